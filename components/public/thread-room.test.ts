import fc from "fast-check";
import { expect, test } from "vitest";
import { roomFor } from "@/components/public/thread-room";

const room = (body: string, name = "Ada", answered?: string) =>
  roomFor({ name, body, answersTo: answered ? { id: "", name: answered, isAbove: true, isHere: true } : null });

test.each([
  ["Right.", "lines3"],
  ["x".repeat(3 * 26), "lines3"],
  ["x".repeat(3 * 26 + 1), "lines6"],
  ["a\n\nb\n\nc\n\nd", "lines12"],
  ["x".repeat(48 * 26), "lines48"],
  ["x".repeat(48 * 26 + 1), null],
  ["\n".repeat(10_000), null],
])("%j has room", (body, expected) => expect(room(body)).toBe(expected));

test("a long name, and a long one that is answered, take lines of their own", () => {
  expect(room("Right.", "N".repeat(245))).toBe("lines12");
  expect(room("Right.", "N".repeat(245), "M".repeat(245))).toBe("lines24");
});

test("a longer text never has less room", () => {
  const lines = (found: ReturnType<typeof roomFor>) => (found ? Number(found.slice("lines".length)) : Infinity);
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, more) => {
      expect(lines(room(text + more))).toBeGreaterThanOrEqual(lines(room(text)));
    }),
  );
});
