import fc from "fast-check";
import { expect, test } from "vitest";
import { describePost } from "@/lib/posts/describe";

const title = "A ferry";

test("a standfirst that is long enough is the description, in one line", () => {
  const standfirst = "Since Monday the ferry crosses\nthe river on electricity.";
  expect(describePost({ title, standfirst, bodyText: "" })).toBe("Since Monday the ferry crosses the river on electricity.");
});

test("a short standfirst is filled up from title and text", () => {
  const bodyText = "At 5.40 the ferry left without being heard, for the first time.";
  expect(describePost({ title, standfirst: "Quietly.", bodyText })).toBe(`A ferry – Quietly. – ${bodyText}`);
});

test("a long text is cut between words", () => {
  const described = describePost({ title, standfirst: "electricity ".repeat(40), bodyText: "" });
  expect(described).toMatch(/electricity…$/);
});

test("it has 40 to 320 characters where the post has so many, and never half a character [C3]", () => {
  const words = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constant("🚢".repeat(30)))).map((some) => some.join(" "));
  fc.assert(
    fc.property(words, words, (standfirst, bodyText) => {
      const described = describePost({ title: "The title of a post that is forty long!!", standfirst, bodyText });
      expect(described.length).toBeGreaterThanOrEqual(40);
      expect(described.length).toBeLessThanOrEqual(320);
      expect(described).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }),
  );
});
