import { expect, test } from "vitest";
import { maskAddress } from "@/lib/comments/mask";

test.each([
  ["ada@example.org", "a…@e….org"],
  ["A.B@mail.example.co.uk", "A…@m….uk"],
  ["a@b.cd", "a…@b….cd"],
  ["😀x@münchen.de", "😀…@m….de"],
])("of %s only the ends are shown", (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});
