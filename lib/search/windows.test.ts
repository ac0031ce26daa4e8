import fc from "fast-check";
import { expect, test } from "vitest";
import { windowsBetween } from "@/lib/search/windows";

const instant = fc.date({ min: new Date("1800-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });

test("months come first, then quarters, then years", () => {
  const windows = windowsBetween(new Date("2026-11-15"), new Date("2014-01-01"));
  expect(windows.slice(0, 3)).toEqual(["m:2026-11", "m:2026-10", "m:2026-09"]);
  expect([windows[13], windows[14], windows.at(-1)]).toEqual(["m:2025-10", "q:2025-3", "y:2014"]);
  expect(windows.length).toBeLessThan(40);
});

test("every month between two instants is in one window, in order, either way", () => {
  fc.assert(
    fc.property(instant, instant, (from, to) => {
      const months = windowsBetween(from, to).flatMap((window) => (from <= to ? monthsOf(window) : monthsOf(window).reverse()));
      const [first, last] = [number(from), number(to)];
      expect(months).toContain(last);
      // Compared at once: an expectation for each month of three centuries takes seconds.
      expect(months).toEqual(months.map((_, at) => first + (from <= to ? at : -at)));
    }),
  );
});

function number(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthsOf(window: string): number[] {
  const [, kind, year, part] = /^(.):(\d{4})-?(\d*)$/.exec(window) ?? [];
  const begin = Number(year) * 12;
  if (kind === "m") return [begin + Number(part) - 1];
  if (kind === "q") return [0, 1, 2].map((month) => begin + (Number(part) - 1) * 3 + month);
  return Array.from({ length: 12 }, (_, month) => begin + month);
}
