// Makes what a phone downloads small: each part's WebAssembly with its JavaScript, and the
// style sheet. Why each step: docs/decisions/0005-what-shrinks-the-app.md.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { PurgeCSS } from "purgecss";
import { minify } from "terser";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const WASM_OPT = join(ROOT, "node_modules/.bin/wasm-opt");

/** What browsers of the last years have; wasm-bindgen and rustc use no more. Given to both ways
 * of calling Binaryen: what else it knows, a phone may not. */
const FEATURES = {
  "bulk-memory": binaryen.Features.BulkMemory,
  "bulk-memory-opt": binaryen.Features.BulkMemoryOpt,
  "nontrapping-float-to-int": binaryen.Features.NontrappingFPToInt,
  "sign-ext": binaryen.Features.SignExt,
  "mutable-globals": binaryen.Features.MutableGlobals,
  "reference-types": binaryen.Features.ReferenceTypes,
  multivalue: binaryen.Features.Multivalue,
};

/** Classes that a library of Leptos's exports for streams between server and browser. We use
 * none, but what is exported cannot be found unused. */
const UNUSED_CLASSES = "IntoUnderlying(?:ByteSource|Source|Sink)";
const UNUSED_EXPORTS = /^(?:__wbg_)?intounderlying|^_WASM_SPLIT_MARKER/;

/** What wasm-opt calls the module that the imports come from. */
const SHORT_MODULE = "a";

/** Where class names are written, and those that are put together. */
const SOURCES = ["src/**/*.rs", "public/*.js", "index.html"].map((path) => join(ROOT, path));
const COMPOSED = [/^form-(group-)?(radio|checkbox)$/, /^badge-(success|warning|error|info)$/];

/** The style sheet without the rules for what nothing on our pages is. */
export async function withoutUnusedRules(css) {
  const sheets = await new PurgeCSS().purge({
    content: SOURCES,
    css: [{ raw: css }],
    safelist: COMPOSED,
  });
  return sheets[0].css;
}

/** Shrinks the files at these two paths. */
export async function shrink(wasmPath, scriptPath) {
  const between = `${wasmPath}.tmp`;
  writeFileSync(between, withoutUnusedExports(readFileSync(wasmPath)));
  // Sorting by name puts what was made from one generic function side by side, where brotli
  // finds it; so names stay until then.
  wasmOpt(between, "-Os", "--reorder-functions-by-name", "-g");
  const names = JSON.parse(
    wasmOpt(
      between,
      "--strip-debug",
      "--strip-producers",
      "--minify-imports-and-exports-and-modules",
    ),
  );
  writeFileSync(wasmPath, readFileSync(between));
  rmSync(between);
  const script = renamed(withoutUnusedClasses(readFileSync(scriptPath, "utf8")), names);
  const options = { module: true, compress: { passes: 2 }, mangle: true };
  writeFileSync(scriptPath, (await minify(script, options)).code);
}

function wasmOpt(path, ...passes) {
  const features = Object.keys(FEATURES).map((name) => `--enable-${name}`);
  const run = [...features, ...passes, path, "-o", path];
  return execFileSync(WASM_OPT, run, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

function withoutUnusedExports(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(Object.values(FEATURES).reduce((all, one) => all | one));
  const count = module.getNumExports();
  const names = Array.from(
    { length: count },
    (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name,
  );
  names.filter((name) => UNUSED_EXPORTS.test(name)).forEach((name) => module.removeExport(name));
  binaryen.setDebugInfo(true);
  return module.emitBinary();
}

function withoutUnusedClasses(script) {
  return script
    .replace(new RegExp(`^export class ${UNUSED_CLASSES} \\{[\\s\\S]*?^\\}\\n`, "gm"), "")
    .replace(new RegExp(`^if \\(Symbol\\.dispose\\) ${UNUSED_CLASSES}.*\\n`, "gm"), "")
    .replace(new RegExp(`^const ${UNUSED_CLASSES}Finalization[\\s\\S]*?;\\n`, "gm"), "");
}

/** Gives the script the short names that the WebAssembly has now. */
function renamed(script, { imports, exports }) {
  let text = script;
  for (const [, long, short] of imports) {
    text = swap(text, new RegExp(`(?<=^\\s+)${escaped(long)}(?=: )`, "m"), quoted(short));
  }
  for (const [long, short] of exports) {
    text = text.replace(new RegExp(`\\bwasm\\.${escaped(long)}\\b`, "g"), () => `wasm.${short}`);
  }
  const [module] = imports[0];
  return swap(text, new RegExp(escaped(quoted(module))), quoted(SHORT_MODULE));
}

/** Replaces what must be there once. */
function swap(text, pattern, by) {
  if (!pattern.test(text)) {
    throw new Error(`the script of the app does not have ${pattern}`);
  }
  return text.replace(pattern, () => by);
}

function escaped(name) {
  return name.replace(/[$.]/g, "\\$&");
}

function quoted(name) {
  return JSON.stringify(name);
}
