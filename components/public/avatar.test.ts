import fc from "fast-check";
import { expect, test } from "vitest";
import { COLOURS, colourOf, drawingOf } from "@/components/public/avatar-drawing";

const anyBytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

/** The drawing's tiles, with every number mirrored at an axis of the field where `flip` says so. */
function tiles(path: string, flip: { x: boolean; y: boolean }): string[] {
  const shapes = path.match(/M[^z]+z/g) ?? [];
  return shapes.map((shape) => corners(shape, flip)).sort();
}

/** A tile by where its path goes, line ends only, and how its arc bends. */
function corners(shape: string, { x, y }: { x: boolean; y: boolean }): string {
  const [startX = 0, startY = 0] = /^M(\d) (\d)/.exec(shape)?.slice(1).map(Number) ?? [];
  if (shape.endsWith("h1v1h-1z")) return `full ${x ? 3 - startX : startX} ${y ? 3 - startY : startY}`;
  const across = Number(/h(-?1)/.exec(shape)?.[1]);
  const along = Number(/(-?1)z$/.exec(shape)?.[1]);
  const bends = /a1 1 0 0 ([01])/.exec(shape)?.[1];
  // Mirrored once, an arc turns the other way round.
  const turned = bends === undefined ? "" : String(Number(bends) ^ Number(x !== y));
  return [x ? 4 - startX : startX, y ? 4 - startY : startY, x ? -across : across, y ? -along : along, turned].join(" ");
}

test("the same bytes give the same drawing, in one of the colours", () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(drawingOf(bytes)).toBe(drawingOf(Uint8Array.from(bytes)));
      expect(colourOf(bytes)).toBeLessThan(COLOURS);
    }),
  );
});

test("a drawing is the same from both sides and from above and below, and costs few bytes", () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const drawing = drawingOf(bytes);
      const plain = tiles(drawing, { x: false, y: false });
      expect(tiles(drawing, { x: true, y: false })).toEqual(plain);
      expect(tiles(drawing, { x: false, y: true })).toEqual(plain);
      expect(drawing.length).toBeLessThan(420);
    }),
  );
});
