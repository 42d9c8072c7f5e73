// The last step of a release build, a hook of Trunk: makes each part of the app small, then
// writes a brotli and a gzip copy beside each file, so that the server sends the smallest
// bytes without compressing anything itself. It writes to the staging folder only.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { shrink, withoutUnusedRules } from "./shrink.mjs";

const WORTH_IT = 0.95;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
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
  for (const sheet of filesUnder(staging).filter((path) => path.endsWith(".css"))) {
    writeFileSync(sheet, await withoutUnusedRules(readFileSync(sheet, "utf8")));
  }
  filesUnder(staging).forEach(compress);
}
