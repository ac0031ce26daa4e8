import { expect, test } from "vitest";
import { contentsOf } from "@/lib/posts/contents";

const heading = (level: number, text: string) => ({ id: `h-${text.toLowerCase()}`, level, text });
const three = [heading(2, "One"), heading(2, "Two"), heading(2, "Three")];

test("a long text of three parts has a table of contents, the places in each part under it; deeper ones are left out", () => {
  const headings = [heading(2, "One"), heading(3, "Within"), heading(4, "Deep"), heading(2, "Two"), heading(2, "Three")];
  expect(contentsOf(headings, 800)).toEqual([
    { id: "h-one", text: "One", places: [{ id: "h-within", text: "Within" }] },
    { id: "h-two", text: "Two", places: [] },
    { id: "h-three", text: "Three", places: [] },
  ]);
});

test("a short text and one of two parts have none", () => {
  expect([contentsOf(three, 799), contentsOf(three.slice(1), 5000), contentsOf([], 5000)]).toEqual([[], [], []]);
});

test("places before the first part stand for themselves", () => {
  expect(contentsOf([heading(3, "Zero"), ...three], 800).map(({ text }) => text)).toEqual(["Zero", "One", "Two", "Three"]);
});
