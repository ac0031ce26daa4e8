import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "@/components/newsroom/desk/pieces";

const marked = (text: string, offset: number, ...parts: [number, number][]) =>
  piecesOf(
    text,
    offset,
    parts.map(([begin, until]) => ({ begin, until })),
  ).map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece));

test("what a check fired on is marked, the rest is not", () => {
  expect(marked("win at casino now", 0, [7, 13])).toEqual(["win at ", "[casino]", " now"]);
});

test("parts that touch, overlap or reach beyond the text are marked as far as they go", () => {
  expect(marked("abcdef", 10, [8, 12], [11, 13], [15, 40])).toEqual(["[a]", "[b]", "[c]", "de", "[f]"]);
  expect(marked("abc", 10, [0, 5])).toEqual(["abc"]);
});

test("the pieces together are the text, whatever the parts", () => {
  const part = fc.record({ begin: fc.nat(30), until: fc.nat(30) });
  fc.assert(
    fc.property(fc.string(), fc.nat(10), fc.array(part), (text, offset, parts) => {
      expect(
        piecesOf(text, offset, parts)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
