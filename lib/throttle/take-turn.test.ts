import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { giveTurnBack, takeTurn, type Allowance } from "@/lib/throttle/take-turn";

const perMinute = (who: string): Allowance => ({ name: "test", who, limit: 3, seconds: 60 });
const perHour = (who: string): Allowance => ({ name: "test", who, limit: 5, seconds: 3600 });
const take = (...allowances: Allowance[]) => privateDb.$transaction((tx) => takeTurn(tx, allowances));
const age = (seconds: number) =>
  privateDb.$executeRaw`update throttle set started_at = started_at - make_interval(secs => ${seconds}::int)`;

test("the turn after the last is refused, with the time to wait", async () => {
  for (let turn = 0; turn < 3; turn++) expect(await take(perMinute("a"))).toEqual({ ok: true });
  expect(await take(perMinute("a"))).toEqual({ ok: false, retryAfter: expect.toSatisfy((wait: number) => wait > 55 && wait <= 60) });
  expect(await take(perMinute("b"))).toEqual({ ok: true });
});

test("when the time is over, all turns are free again", async () => {
  for (let turn = 0; turn < 3; turn++) await take(perMinute("c"));
  await age(61);
  for (let turn = 0; turn < 3; turn++) expect(await take(perMinute("c"))).toEqual({ ok: true });
  expect(await take(perMinute("c"))).toMatchObject({ ok: false });
});

test("a turn that one allowance refuses is taken from none", async () => {
  const both = [perMinute("d"), perHour("d")];
  for (let turn = 0; turn < 3; turn++) await take(...both);
  for (let turn = 0; turn < 5; turn++) expect(await take(...both)).toMatchObject({ ok: false });
  await age(61);
  for (let turn = 0; turn < 2; turn++) expect(await take(...both)).toEqual({ ok: true });
  expect(await take(...both)).toEqual({ ok: false, retryAfter: expect.toSatisfy((wait: number) => wait > 3500) });
});

test("a turn of a transaction that is undone counts for nothing", async () => {
  const undone = privateDb.$transaction(async (tx) => {
    await takeTurn(tx, [perMinute("e")]);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  for (let turn = 0; turn < 3; turn++) expect(await take(perMinute("e"))).toEqual({ ok: true });
});

test("a turn that is given back is free again", async () => {
  for (let turn = 0; turn < 3; turn++) await take(perMinute("f"));
  await privateDb.$transaction((tx) => giveTurnBack(tx, [perMinute("f")]));
  expect(await take(perMinute("f"))).toEqual({ ok: true });
  expect(await take(perMinute("f"))).toMatchObject({ ok: false });
});

test("of many at once exactly as many as allowed get a turn, first ones too", async () => {
  const both = [perMinute("g"), perHour("g")];
  const results = await Promise.all(Array.from({ length: 20 }, (_, index) => take(...(index % 2 ? both : both.toReversed()))));
  expect(results.filter(({ ok }) => ok)).toHaveLength(3);
});

test("a count that began before midnight goes on after it, though under another key", async () => {
  const evening = new Date("2026-03-15T23:59:50Z");
  const morning = new Date("2026-03-16T00:00:10Z");
  const takeAt = (now: Date) => privateDb.$transaction((tx) => takeTurn(tx, [perMinute("h")], now));
  for (let turn = 0; turn < 2; turn++) await takeAt(evening);
  expect(await takeAt(morning)).toEqual({ ok: true });
  expect(await takeAt(morning)).toMatchObject({ ok: false });
  await privateDb.$transaction((tx) => giveTurnBack(tx, [perMinute("h")], morning));
  expect(await takeAt(morning)).toEqual({ ok: true });
  expect(await takeAt(morning)).toMatchObject({ ok: false });
  await age(61);
  for (let turn = 0; turn < 3; turn++) expect(await takeAt(morning)).toEqual({ ok: true });
  expect(await takeAt(morning)).toMatchObject({ ok: false });
});

test("the same sender leaves another trace every day", async () => {
  const bucketsOn = async (day: string) => {
    await privateDb.throttle.deleteMany();
    await privateDb.$transaction((tx) => takeTurn(tx, [perMinute("i")], new Date(day)));
    return privateDb.throttle.findMany({ select: { bucket: true } });
  };
  expect(await bucketsOn("2026-03-15")).not.toEqual(await bucketsOn("2026-03-16"));
});

test("nothing stored tells whose turns were counted", async () => {
  await take(perMinute("192.0.2.99"));
  const rows = await privateDb.throttle.findMany({ select: { bucket: true } });
  expect(rows.some(({ bucket }) => Buffer.from(bucket).includes("192.0.2.99"))).toBe(false);
});
