import fc from "fast-check";
import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { fold, STEMMERS } from "@/lib/search/fold";
import { questionsFor } from "@/lib/search/questions";
import { everySpelling, lastBeginning, readQuery } from "@/lib/search/read-query";

test.each([
  ["ferry tax", '"ferry" "tax"'],
  ["„Rote Fähre“ -Steuer", '"rote fahre" -"steuer"'],
  ["ferry OR bridge or tunnel", '"ferry" or "bridge" or "tunnel"'],
  ["or ferry or", '"ferry"'],
  ["Fähre ODER Brücke oder", '"fahre" or "brucke" "oder"'],
  ["COVID-19 don't", '"covid 19" "don t"'],
  ['"open phrase', '"open phrase"'],
  ["-“left out”", '-"left out"'],
  ["ör - & | ! ( ) :* <-> \\ ' %", '"or"'],
])("%j is looked for as %s", (typed, expected) => {
  const terms = readQuery(typed).map(
    ({ words, isExcluded, isChoice }) => `${isChoice ? "or " : ""}${isExcluded ? "-" : ""}"${words.join(" ")}"`,
  );
  expect(terms.join(" ")).toBe(expected);
});

test("German umlauts are one with their spelling by e; words of other languages keep their endings", () => {
  for (const name of ["Müller", "Mueller", "Muller"]) expect(fold("de", name)).toBe("muller");
  expect([fold("de", "Straße neue Quelle"), fold("en", "continued Ærø Łódź")]).toEqual(["strasse neue quelle", "continued aero lodz"]);
});

test("the last word may be the beginning of one, unless it is short, in quotation marks, or left out", () => {
  const last = (typed: string) => lastBeginning(readQuery(typed));
  expect([last("red fer"), last("Müll")]).toEqual(["fer", "mull"]);
  expect([last("red fe"), last('"fer"'), last("red -fer"), last("covid-19"), last("")]).toEqual([null, null, null, null, null]);
});

test("what is left out is not marked", () => {
  expect(everySpelling(readQuery("red -tax ferry"))).toEqual(["red", "ferry"]);
});

/** Letters, signs and operators of every kind. */
const typed = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.constantFrom('"', "“", "-", "or", "OR", "ferry", "Fähre", "&", "|", "!", ":*", "<->", "\\", "'", "(", "%", "ß"), {
      maxLength: 20,
    })
    .map((parts) => parts.join(" ")),
);

test("whatever is typed is a query that PostgreSQL takes, and folds as we do", async () => {
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const clean = text.replace(/[\p{Cc}\p{Cs}]/gu, "").normalize("NFC");
      const terms = readQuery(clean);
      const { all, any } = await questionsFor(terms);
      for (const stemmer of STEMMERS) {
        const [row] = await privateDb.$queryRaw<{ folded: string; all: string; any: string }[]>`
          select search_fold(${stemmer}, ${clean}) as folded, ${all}::tsquery::text as all, ${any[stemmer]}::tsquery::text as any`;
        expect(row?.folded).toBe(fold(stemmer, clean));
        expect(Boolean(row?.all)).toBe(terms.length > 0);
      }
    }),
    { numRuns: 150 },
  );
});
