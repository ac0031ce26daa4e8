import fc from "fast-check";
import { expect, test } from "vitest";
import { windowsBetween } from "@/lib/search/windows";

const instant = fc.date({ min: new Date("1800-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
const DAY_MS = 86_400_000;

test("days come first, then months, then quarters, then years", () => {
  const windows = windowsBetween(new Date("2026-11-12"), new Date("2014-01-01"));
  expect([windows[0], windows[11], windows[12], windows[13]]).toEqual(["d:2026-11-12", "d:2026-11-01", "m:2026-10", "m:2026-09"]);
  expect([windows[24], windows[25], windows.at(-1)]).toEqual(["m:2025-10", "q:2025-3", "y:2014"]);
  expect(windows.length).toBeLessThan(80);
  expect(windowsBetween(new Date("2026-11-12"), new Date("2024-05-01"), "y")).toEqual(["y:2026", "y:2025", "y:2024"]);
});

test("every day between two instants is in one window, in order, either way", () => {
  fc.assert(
    fc.property(instant, instant, fc.constantFrom("d", "m", "q", "y"), (from, to, shortest) => {
      const windows = windowsBetween(from, to, shortest);
      const isBack = from > to;
      const spans = (isBack ? windows.toReversed() : windows).map(daysOf);
      const [oldest, newest] = [from, to].map((at) => Math.floor(at.getTime() / DAY_MS)).sort((a, b) => a - b);
      expect(spans[0]?.begin).toBeLessThanOrEqual(oldest ?? NaN);
      expect(spans.at(-1)?.end).toBeGreaterThan(newest ?? NaN);
      expect(spans.slice(1).map(({ begin }) => begin)).toEqual(spans.slice(0, -1).map(({ end }) => end));
      // What is passed on the way lies on the way: the first day is the one that is asked.
      if (shortest === "d") expect(isBack ? (spans.at(-1)?.end ?? NaN) - 1 : spans[0]?.begin).toBe(isBack ? newest : oldest);
    }),
  );
});

function daysOf(window: string): { begin: number; end: number } {
  const [, kind, year = "", part = "", day = ""] = /^(.):(\d{4})-?(\d*)-?(\d*)$/.exec(window) ?? [];
  const [months, month] =
    { d: [0, Number(part) - 1], m: [1, Number(part) - 1], q: [3, (Number(part) - 1) * 3], y: [12, 0] }[kind ?? ""] ?? [];
  const at = (nth: number, date: number) => Date.UTC(Number(year), nth, date) / DAY_MS;
  return months
    ? { begin: at(month ?? NaN, 1), end: at((month ?? NaN) + months, 1) }
    : { begin: at(month ?? NaN, Number(day)), end: at(month ?? NaN, Number(day) + 1) };
}
