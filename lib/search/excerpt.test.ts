import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, markWords } from "@/lib/search/excerpt";
import { differingLetters } from "@/lib/search/spelling";

const joined = (pieces: { text: string }[] | null) => pieces?.map(({ text }) => text).join("");

test("wanted words are marked, and nothing else is changed", () => {
  expect(markWords("The ferry’s <b>ferry</b>.", (word) => word === "ferry")).toEqual([
    { text: "The ", isMarked: false },
    { text: "ferry", isMarked: true },
    { text: "’s <b>", isMarked: false },
    { text: "ferry", isMarked: true },
    { text: "</b>.", isMarked: false },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.func(fc.boolean()), (text, isWanted) => {
      expect(joined(markWords(text, isWanted)) ?? "").toBe(text);
    }),
  );
});

test("an excerpt shows where the most wanted words stand together, within its length, and says that it is a part", () => {
  const text = `${"Nothing of it. ".repeat(30)}A ferry alone. ${"More of nothing. ".repeat(30)}The ferry and its bridge. ${"The end. ".repeat(40)}`;
  const excerpt = joined(excerptOf(text, (word) => ["ferry", "bridge"].includes(word)));
  expect(excerpt).toMatch(/^… .*The ferry and its bridge\. .* …$/);
  expect(excerpt?.length).toBeLessThan(250);
  expect(excerptOf(text, () => false)).toBeNull();
});

test("however long a text is and wherever the word stands, it is in the excerpt", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 300, mode: "words" }), fc.nat(), (text, at) => {
      const words = text.split(" ");
      words.splice(at % words.length, 0, "Xyzzy");
      const pieces = excerptOf(words.join(" "), (word) => word === "Xyzzy");
      expect(pieces?.filter(({ isMarked }) => isMarked).map(({ text: marked }) => marked)).toEqual(["Xyzzy"]);
      expect((joined(pieces) ?? "").length).toBeLessThan(250);
    }),
  );
});

test.each([
  ["ferry", "ferry", 0],
  ["fery", "ferry", 1],
  ["freyr", "ferry", 2],
  ["hafne", "hafen", 1],
  ["", "abc", 3],
])("%s and %s differ in %i letters", (a, b, count) => {
  expect(differingLetters(a, b)).toBe(count);
  expect(differingLetters(b, a)).toBe(count);
});
