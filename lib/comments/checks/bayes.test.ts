import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceOfSpam, hasLearned, leanOf, pointsOf } from "@/lib/comments/checks/bayes";

const lean = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const leans = fc.array(lean, { maxLength: 200 });
const counts = fc.record({ spam: fc.nat(1000), ham: fc.nat(1000) });
const learned = fc.record({ spam: fc.integer({ min: 1000, max: 5000 }), ham: fc.integer({ min: 1000, max: 5000 }) });

test("the chance lies between 0 and 1, whatever the words", () => {
  fc.assert(
    fc.property(leans, (all) => {
      const chance = chanceOfSpam(all);
      expect(chance >= 0 && chance <= 1).toBe(true);
    }),
  );
});

test("what speaks for spam as much as against it tells nothing; the reverse tells the reverse", () => {
  fc.assert(
    fc.property(leans, (all) => {
      expect(chanceOfSpam(all) + chanceOfSpam(all.map((each) => 1 - each))).toBeCloseTo(1, 6);
    }),
  );
  expect(chanceOfSpam([])).toBe(0.5);
  expect(chanceOfSpam([0.5, 0.55, 0.45])).toBe(0.5);
});

test("the order of the words does not matter", () => {
  fc.assert(
    fc.property(leans, (all) => {
      expect(chanceOfSpam(all.toReversed())).toBeCloseTo(chanceOfSpam(all), 9);
    }),
  );
});

test("one more word of spam never makes it less so", () => {
  fc.assert(
    fc.property(fc.array(lean, { maxLength: 30 }), (all) => {
      expect(chanceOfSpam([...all, 0.99])).toBeGreaterThanOrEqual(chanceOfSpam(all) - 1e-9);
    }),
  );
});

test("a word leans between 0 and 1, and the more so the more often it was seen", () => {
  fc.assert(
    fc.property(counts, learned, (seen, all) => {
      const value = leanOf(seen, all);
      expect(value > 0 && value < 1).toBe(true);
    }),
  );
  const all = { spam: 100, ham: 100 };
  expect(leanOf({ spam: 50, ham: 0 }, all)).toBeGreaterThan(leanOf({ spam: 1, ham: 0 }, all));
  expect(leanOf({ spam: 0, ham: 0 }, all)).toBe(0.5);
});

test("sure spam counts 6, a surely good comment -3, and nothing counts before enough was learned", () => {
  expect(pointsOf(chanceOfSpam(Array<number>(10).fill(0.99)))).toBe(6);
  expect(pointsOf(chanceOfSpam(Array<number>(10).fill(0.01)))).toBe(-3);
  expect(pointsOf(0.5)).toBe(0);
  expect(hasLearned({ spam: 20, ham: 20 })).toBe(true);
  expect(hasLearned({ spam: 500, ham: 19 })).toBe(false);
});
