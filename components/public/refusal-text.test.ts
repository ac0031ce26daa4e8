import { expect, test } from "vitest";
import { refusalText } from "@/components/public/refusal-text";

const texts = {
  waitSeconds: "{count} seconds",
  waitMinutes: "{count} minutes",
  refusals: { tooMany: "Later.", unavailable: "Away." },
};

test.each([
  [1, "Later. 5 seconds"],
  [55, "Later. 55 seconds"],
  [56, "Later. 60 seconds"],
  [89, "Later. 90 seconds"],
  [90, "Later. 2 minutes"],
  [3600, "Later. 60 minutes"],
  [undefined, "Later."],
])("a wait of %s seconds is told as: %s", (retryAfter, told) => {
  expect(refusalText({ error: "tooMany", retryAfter }, texts)).toBe(told);
});

test("what ends some day is told with the sentence on its end", () => {
  expect(refusalText({ error: "tooMany", endsAt: "Until May." }, texts)).toBe("Later. Until May.");
});

test("a refusal without words of its own is told as an outage", () => {
  expect(refusalText({ error: "failed" }, texts)).toBe("Away.");
});
