// The last step of a release build, a hook of Trunk: makes each part of the app small, gives the
// parts beside the site a page of their own that loads them, then writes a brotli and a gzip
// copy beside each file, so that the server sends the smallest bytes without compressing
// anything itself. It writes to the staging folder only.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { shrink, withoutUnusedRules } from "./shrink.mjs";

const WORTH_IT = 0.95;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Parts of the app whose files Trunk names without a hash, each with a page: `staff.html`. */
const PARTS = ["plan", "employer", "staff"];

/** Names a part's files by their content, as Trunk does the site's, and writes its page: the
 * site's, loading these files instead. */
function ownPage(staging, part) {
  const [script, wasm] = [`genvej-${part}.js`, `genvej-${part}_bg.wasm`];
  const content = [script, wasm].map((name) => readFileSync(join(staging, name)));
  const hash = createHash("sha256").update(Buffer.concat(content)).digest("hex").slice(0, 16);
  for (const name of [script, wasm]) {
    renameSync(join(staging, name), join(staging, name.replace(part, `${part}-${hash}`)));
  }
  const site = readFileSync(join(staging, "index.html"), "utf8");
  // Trunk leaves the zeros out that a hash begins with.
  const page = site.replace(/genvej-app-[0-9a-f]{8,16}/g, `genvej-${part}-${hash}`);
  if (page === site) throw new Error("index.html does not name the site's files");
  writeFileSync(join(staging, `${part}.html`), page);
}

/** Style sheets beside the one of every page, and the parts that use each. */
const STYLES = { plans: PARTS, employer: ["employer"], staff: ["staff"] };

/** Links a style sheet on the pages of its parts only. */
function styleOnItsPages(staging, [sheet, parts]) {
  const link = new RegExp(`<link[^>]*href="[^"]*/${sheet}-[0-9a-f]+\\.css"[^>]*>`);
  for (const name of ["index", ...PARTS].filter((other) => !parts.includes(other))) {
    const path = join(staging, `${name}.html`);
    const page = readFileSync(path, "utf8");
    if (!link.test(page)) throw new Error(`${name}.html does not name the sheet ${sheet}`);
    writeFileSync(path, page.replace(link, ""));
  }
}

function compress(path) {
  const raw = readFileSync(path);
  const copies = {
    br: brotliCompressSync(raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
      },
    }),
    gz: gzipSync(raw, { level: 9 }),
  };
  for (const [suffix, bytes] of Object.entries(copies)) {
    if (bytes.length < raw.length * WORTH_IT) {
      writeFileSync(`${path}.${suffix}`, bytes);
    }
  }
}

if (process.env.TRUNK_PROFILE === "release") {
  const staging = process.env.TRUNK_STAGING_DIR;
  const parts = filesUnder(staging).filter((path) => path.endsWith("_bg.wasm"));
  for (const wasm of parts) {
    await shrink(wasm, wasm.replace(/_bg\.wasm$/, ".js"));
  }
  PARTS.forEach((part) => ownPage(staging, part));
  Object.entries(STYLES).forEach((style) => styleOnItsPages(staging, style));
  for (const sheet of filesUnder(staging).filter((path) => path.endsWith(".css"))) {
    writeFileSync(sheet, await withoutUnusedRules(readFileSync(sheet, "utf8")));
  }
  filesUnder(staging).forEach(compress);
}
