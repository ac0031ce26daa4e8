import { expect, test } from "vitest";
import { countWords, readingMinutes } from "@/lib/posts/words";

test.each([
  ["", 0],
  [" – … ! ", 0],
  ["One word, two words.", 4],
  ["Don't count E-Mail or 3.5 twice", 6],
  ["Zeile eins\nZeile zwei", 4],
  ["«Ja», sagte sie – und ging.", 5],
  ["наш текст", 2],
])("%j has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test("a text takes at least a minute, and a long one longer", () => {
  expect([0, 100, 400, 2200].map(readingMinutes)).toEqual([1, 1, 2, 10]);
});
