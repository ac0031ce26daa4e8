import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "@/lib/comments/checks/fold";

test.each([
  ["case", "CaSiNo"],
  ["accents", "cäsíño"],
  ["accents of their own", "ca\u0301sin\u0303o"],
  ["full width", "ｃａｓｉｎｏ"],
  ["mathematical letters", "𝒄𝒂𝒔𝒊𝒏𝒐"],
  ["Cyrillic look-alikes", "саsіnо"],
  ["Greek look-alikes", "casinο"],
  ["zero-width characters", "ca\u200bsi\u200dn\u2060o\ufeff"],
  ["soft hyphens", "ca\u00adsi\u00adno"],
  ["direction marks", "\u202dcasino\u202c"],
  ["digits for letters", "c4s1n0"],
])("%s do not make another word", (_, written) => {
  expect(fold(written).text).toBe("casino");
});

test("other words stay other words, in any script", () => {
  for (const word of ["com", "Bonn", "Нет", "赌场", "مرحبا"]) expect(fold(word).text).not.toBe(fold("corn").text);
  expect(fold("Нет").text).toBe(fold("нет").text);
  expect(fold("Straße").text).toBe("strasse");
});

test("each unit knows where in the original it stands, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { text: folded, begins, ends } = fold(text);
      expect([begins.length, ends.length]).toEqual([folded.length, folded.length]);
      begins.forEach((begin, unit) => {
        const end = ends[unit] ?? -1;
        expect(begin < end && end <= text.length && begin >= (begins[unit - 1] ?? 0)).toBe(true);
        expect(fold(text.slice(begin, end)).text).toContain(folded[unit]);
      });
    }),
  );
});

test("ten thousand characters are folded at once", () => {
  const started = process.cpuUsage();
  fold("д赌é\u200b".repeat(2500));
  expect(process.cpuUsage(started).user, "microseconds of work").toBeLessThan(300_000);
});
