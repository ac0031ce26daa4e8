import { expect, test } from "vitest";
import { merged, mergeOf } from "./merge";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const fields = (title: string, ...texts: string[]) => ({ title, lang: "en", body: { type: "doc", content: texts.map(paragraph) } });

const mine = fields("Mine", "Same.", "My second.", "Same again.");
const theirs = fields("Theirs", "Same.", "Their second.", "Same again.", "Their addition.");

test("without a choice the own text stays, whole", () => {
  expect(merged(mine, mergeOf(mine, theirs), {})).toEqual({ ...mine, standfirst: "" });
});

test("each difference takes the side that was chosen, or both, in their order", () => {
  const merge = mergeOf(mine, theirs);
  expect(merge.body.map(({ isSame }) => isSame)).toEqual([true, false, true, false]);
  const chosen = merged(mine, merge, { title: "theirs", 1: "both", 3: "theirs" });
  expect(chosen).toMatchObject(fields("Theirs", "Same.", "My second.", "Their second.", "Same again.", "Their addition."));
});

test("the words that one side alone has are marked, and no others", () => {
  const row = mergeOf(fields("The old harbour"), fields("The new harbour")).title;
  expect(row.left?.parts.filter(({ isOwn }) => isOwn)).toEqual([{ text: "old", isOwn: true }]);
  expect(row.right?.parts.filter(({ isOwn }) => isOwn)).toEqual([{ text: "new", isOwn: true }]);
});

test("blocks are equal whatever the order of their keys, as PostgreSQL gives them back", () => {
  const turned = { body: { content: [{ content: [{ text: "Same.", type: "text" }], type: "paragraph" }], type: "doc" } };
  expect(mergeOf(fields("A", "Same."), { title: "A", lang: "en", ...turned }).body).toMatchObject([{ isSame: true }]);
});
