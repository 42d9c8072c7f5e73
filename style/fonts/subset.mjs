// Cuts the two weights of IBM Plex Sans in use down to the characters in use, and writes them
// with their licence to public/fonts. Run it when a text needs a new character:
//   node style/fonts/subset.mjs
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const source = "node_modules/dkfds/src/fonts/IBMPlexSans/complete";
const target = "public/fonts";

/** Every character from `first` to `last`. */
function range(first, last) {
  return String.fromCodePoint(
    ...Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

// Latin-1 for Danish and its neighbours, the letters of other European names, and the
// punctuation and arrows our texts use.
const text = range(0x20, 0x7e) + range(0xa0, 0xff) + range(0x100, 0x17f) + "–—‘’‚“”„…•‹›€−←→✓";

await mkdir(target, { recursive: true });
for (const weight of ["Regular", "SemiBold"]) {
  const font = await readFile(`${source}/ttf/IBMPlexSans-${weight}.ttf`);
  const subset = await subsetFont(font, text, { targetFormat: "woff2" });
  await writeFile(`${target}/plex-sans-${weight.toLowerCase()}.woff2`, subset);
  console.log(`${weight}: ${subset.length} bytes`);
}
await copyFile(`${source}/ttf/license.txt`, `${target}/LICENSE.txt`);
