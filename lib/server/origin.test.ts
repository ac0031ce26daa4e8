import { expect, test } from "vitest";
import { isOurOrigin } from "@/lib/server/origin";

test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
  "%s is this site, on a loopback name [C15]",
  (origin) => {
    expect(isOurOrigin(origin)).toBe(true);
  },
);

test.each([
  "null",
  "",
  "https://localhost:3000",
  "http://localhost:3001",
  "http://localhost",
  "http://evil.example",
  "http://localhost:3000/x",
  "junk",
])("%j is foreign [C11]", (origin) => {
  expect(isOurOrigin(origin)).toBe(false);
});
