import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "@/lib/comments/checks/fold";
import { findWords, readWords } from "@/lib/comments/checks/words";

const found = (text: string, list: string) => findWords(fold(text), readWords(list)).map(({ begin, until }) => text.slice(begin, until));

test.each([
  ["Win at the CASINO today", "casino", ["CASINO"]],
  ["сasino and cаsino", "casino", ["сasino", "cаsino"]],
  ["ca\u200bsi\u200bno!", "casino", ["ca\u200bsi\u200bno"]],
  ["Now: c a s i n o.", "casino", ["c a s i n o"]],
  ["V.I.A.G.R.A for you", "viagra", ["V.I.A.G.R.A"]],
  ["V1AGRA", "viagra", ["V1AGRA"]],
  ["Buy  cheap\npills", "cheap pills", ["cheap\npills"]],
  ["Visit Spam.Example/now", "spam.example", ["Spam.Example"]],
  ["Online-Casinos", "casino*", ["Casinos"]],
  ["Spielcasino, Spielcasinos", "*casino", ["Spielcasino"]],
  ["Spielcasinos", "*casino*", ["Spielcasinos"]],
  ["来这里的赌场玩", "*赌场*", ["赌场"]],
  ["so hot 🍆", "🍆", ["🍆"]],
  ["Größe", "GROSSE", ["Größe"]],
])("in %j the list %j finds %j", (text, list, parts) => {
  expect(found(text, list)).toEqual(parts);
});

test.each([
  ["a part of a word", "The Casinoroyale", "casino"],
  ["words that only meet", "not able", "notable"],
  ["initials", "J. R. R.", "jrr"],
  ["an empty list", "casino", "\n \n"],
  ["letters of two lists", "a b c d e f", "abx"],
])("%s is not the word", (_, text, list) => {
  expect(found(text, list)).toEqual([]);
});

test("whatever the text and the list: the parts lie within the text, and none is empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.string({ unit: "grapheme" }), { maxLength: 5 }), (text, lines) => {
      for (const { begin, until } of findWords(fold(text), readWords(lines.join("\n"))))
        expect(begin >= 0 && begin < until && until <= text.length).toBe(true);
    }),
  );
});

test("a word in a text is found wherever it stands", () => {
  fc.assert(
    fc.property(fc.lorem(), fc.lorem(), (before, after) => {
      expect(found(`${before} kas1nо ${after}`, "kasino")).toEqual(["kas1nо"]);
    }),
  );
});

test("two thousand words are looked for in the longest text within a moment", () => {
  const list = readWords(Array.from({ length: 2000 }, (_, n) => `word${n}*`).join("\n"));
  const text = fold("a b c d e ".repeat(1000));
  const started = process.cpuUsage();
  findWords(text, list);
  expect(process.cpuUsage(started).user, "microseconds of work").toBeLessThan(500_000);
});
