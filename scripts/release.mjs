// Writes a brotli and a gzip copy beside each file of a finished release build, so that the
// server sends the smallest bytes without compressing anything itself.
// A hook of Trunk: it writes to the staging folder only.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WORTH_IT = 0.95;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/\.(br|gz)$/.test(path));
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
  filesUnder(process.env.TRUNK_STAGING_DIR).forEach(compress);
}
