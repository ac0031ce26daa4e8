import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import subsetFont from "subset-font";

/** Weights from text to the strongest heading. An italic is a word in a text: one weight, half the bytes. */
const WEIGHTS = { min: 400, max: 700 };
const NEWSREADER = "@fontsource-variable/newsreader/files/newsreader";
const INSTRUMENT = "@fontsource-variable/instrument-sans/files/instrument-sans";
const FONTS = [
  { name: "newsreader", family: "Newsreader Variable", from: NEWSREADER, style: "normal", weights: WEIGHTS },
  { name: "newsreader-italic", family: "Newsreader Variable", from: NEWSREADER, style: "italic", weights: 400 },
  { name: "instrument-sans", family: "Instrument Sans Variable", from: INSTRUMENT, style: "normal", weights: WEIGHTS },
];

/**
 * What an English, German or French text is written with, and a quotation; half of what is left out would be pairs to
 * kern. With the hyphen, U+2010, which Firefox looks for where it divides a word: the fonts have none, and each German
 * page would fetch the files of the next part to learn that.
 */
const CORE = `${between(0x20, 0x7e)}\u00a0ÄÖÜäöüßÉàâçèéêëîïíñóôáú§©«·»×‐–—‘’‚“”„•…‹›€`;
const LATIN = `${between(0xa0, 0xff)}${between(0x2010, 0x2027)}${between(0x2030, 0x203a)}ıŒœˆ˚˜€™−∕`;
/** The other languages that are written in Latin letters: Polish, Turkish, Czech, Romanian, Hungarian and their like. */
const EXTENDED = `${between(0x100, 0x130)}${between(0x132, 0x151)}${between(0x154, 0x17f)}ȘșȚț${between(0x1e80, 0x1e85)}ẞỲỳ₺₽`;
/** By which files a browser fetches only when it meets one of their letters. */
const PARTS = [
  { name: "core", source: "latin", characters: CORE },
  {
    name: "more",
    source: "latin",
    characters: Array.from(LATIN)
      .filter((letter) => !CORE.includes(letter))
      .join(""),
  },
  { name: "extended", source: "latin-ext", characters: EXTENDED },
];
/** Of what a font can do: its pairs, ligatures, accents and languages' own forms. */
const FEATURES = ["kern", "mark", "mkmk", "liga", "ccmp", "locl"];

/**
 * Writes the fonts of readers' pages and of the newsroom into build/fonts, as few letters and weights as are used; each
 * file's name carries its hash. manifest.json says which is which (lib/server/built-names.ts), fonts.css which holds which letters. A font that is not there in time is left out for that page
 * (`optional`): nothing waits for it, and nothing moves when it comes; the next page has it.
 */
export async function makeFonts(root) {
  const outdir = path.join(root, "build/fonts");
  fs.rmSync(outdir, { recursive: true, force: true });
  fs.mkdirSync(outdir, { recursive: true });
  const faces = FONTS.flatMap((font) => PARTS.map((part) => ({ font, part, name: `${font.name}-${part.name}` })));
  const manifest = {};
  for (const { font, part, name } of faces) {
    const source = fs.readFileSync(path.join(root, "node_modules", `${font.from}-${part.source}-wght-${font.style}.woff2`));
    const options = { targetFormat: "woff2", keepFeatures: FEATURES, noHinting: true, variationAxes: { wght: font.weights } };
    const bytes = await subsetFont(source, part.characters, options);
    manifest[name] = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.woff2`;
    fs.writeFileSync(path.join(outdir, manifest[name]), bytes);
  }
  fs.writeFileSync(path.join(outdir, "manifest.json"), JSON.stringify(manifest));
  fs.writeFileSync(path.join(outdir, "fonts.css"), faces.map((face) => faceOf(face, manifest[face.name])).join(""));
}

function faceOf({ font, part }, file) {
  const weights = typeof font.weights === "number" ? font.weights : `${font.weights.min} ${font.weights.max}`;
  return `@font-face {
  font-family: "${font.family}";
  font-style: ${font.style};
  font-weight: ${weights};
  font-display: optional;
  src: url("/fonts/${file}") format("woff2");
  unicode-range: ${rangesOf(part.characters)};
}
`;
}

function between(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

/** As CSS writes them: `U+20-7E, U+A0`. */
function rangesOf(characters) {
  const ranges = [];
  for (const point of [...new Set(characters)].map((letter) => letter.codePointAt(0)).sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.end === point - 1) last.end = point;
    else ranges.push({ start: point, end: point });
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return ranges.map(({ start, end }) => `U+${hex(start)}${end > start ? `-${hex(end)}` : ""}`).join(", ");
}
