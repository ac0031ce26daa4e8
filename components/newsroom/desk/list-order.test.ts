import fc from "fast-check";
import { expect, test } from "vitest";
import { inPlace, keptBack, withRows } from "./list-order";

const rows = (ids: string) => Array.from(ids, (id) => ({ id }));
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join("");
const isUrgent = ({ id }: { id: string }) => id === id.toUpperCase();

test.each([
  ["what is new at the end is shown", "abc", "abcd", "", "abcd", ""],
  ["what is new above is kept back", "abc", "Xabc", "", "abc", "X"],
  ["so is what is new between", "abc", "axbc", "", "abc", "x"],
  ["what is gone goes, and what follows moves up", "abc", "ac", "", "ac", ""],
  ["what one brought back oneself is where it was", "bc", "Xabc", "a", "abc", "X"],
  ["also in between", "ac", "abc", "b", "abc", ""],
  ["what has become urgent stays where it is, and is told", "abC", "Cab", "", "abC", "C"],
  ["what is urgent no more stays where it is", "abc", "bca", "", "abc", ""],
  ["in an empty list all is shown", "", "Xab", "", "Xab", ""],
  ["so it is where nothing is left of what was shown", "ab", "Xcd", "", "Xcd", ""],
])("%s", (_, shown, wanted, acted, expected, back) => {
  const now = inPlace(rows(shown), rows(wanted), Array.from(acted));
  expect(ids(now)).toBe(expected);
  expect(ids(keptBack(now, rows(wanted), isUrgent))).toBe(back);
});

const someIds = fc.uniqueArray(fc.constantFrom(...Array.from("abcdefghij")), { maxLength: 10 }).map((list) => list.join(""));

test("whatever comes, what is shown keeps its order, nothing is shown that is gone, and all that is there is shown or told", () => {
  fc.assert(
    fc.property(someIds, someIds, (shown, wanted) => {
      const now = inPlace(rows(shown), rows(wanted), []);
      const left = Array.from(shown).filter((id) => wanted.includes(id));
      expect(ids(now).startsWith(left.join(""))).toBe(true);
      expect([...now, ...keptBack(now, rows(wanted), isUrgent)].map(({ id }) => id).sort()).toEqual(Array.from(wanted).sort());
    }),
  );
});

test("a row is put behind the one behind which it stood, the first to the front", () => {
  const order = rows("abcd");
  expect(
    ids(
      withRows(
        rows("bd"),
        order.filter(({ id }) => "ac".includes(id)),
        order,
      ),
    ),
  ).toBe("abcd");
});
