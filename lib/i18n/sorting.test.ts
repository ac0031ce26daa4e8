import { expect, test } from "vitest";
import { sortedByName } from "@/lib/i18n/sorting";

test.each([
  ["de", ["Österreich", "Zürich", "oben", "Äpfel", "Teil 10", "Teil 9"], ["Äpfel", "oben", "Österreich", "Teil 9", "Teil 10", "Zürich"]],
  ["sv", ["Öland", "Zorn", "Oslo"], ["Oslo", "Zorn", "Öland"]],
])("names stand in the order of %s", (locale, names, expected) => {
  const things = names.map((name) => ({ name }));
  expect(sortedByName(things, locale).map(({ name }) => name)).toEqual(expected);
  expect(things.map(({ name }) => name)).toEqual(names);
});
