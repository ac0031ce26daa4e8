import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_SLUG_CHARS, numberedSlug, slugOf } from "@/lib/posts/slug";

test.each([
  ["Putin ist nach 24 Jahren in Nordkorea", "putin-ist-nach-24-jahren-in-nordkorea"],
  ["Größe, Übermut & Ärger", "groesse-uebermut-aerger"],
  ["GRÖSSE", "groesse"],
  ["Zoe\u0308 und U\u0308bermut", "zoe-und-uebermut"],
  ["Ça va? L’été à Łódź", "ca-va-lete-a-lodz"],
  ["  --a__b--  ", "a-b"],
  ["平壤 🚀", ""],
])("the title %j stands at %j", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("a long title is cut between words", () => {
  const slug = slugOf("Wort ".repeat(60));
  expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_CHARS);
  expect(slug).toMatch(/-wort$/);
});

test("any title makes a slug that the database takes, or none; so does its number", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.integer({ min: 1, max: 99_999 }), (title, nth) => {
      const slug = slugOf(title);
      if (slug) expect(numberedSlug(slug, nth)).toMatch(/^(?=.{1,120}$)[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
