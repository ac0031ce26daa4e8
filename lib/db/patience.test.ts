import { once } from "node:events";
import net from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isOutage } from "@/lib/db/errors";
import { PrismaClient } from "@/lib/db/generated/client";
import { PatientPg } from "@/lib/db/patience";

const owner = new URL(process.env["DATABASE_URL"] ?? "");
const through = new URL(owner);
const lines = new Set<net.Socket>();
let isMute = false;
let held: (() => void)[] = [];

/** A way to the database that holds everything back while `isMute`, and closes nothing: to both ends as if the other hung. */
const network = net.createServer((near) => {
  const far = net.connect({ host: owner.hostname, port: Number(owner.port) });
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on("data", (bytes) => (isMute ? held.push(() => to.write(bytes)) : to.write(bytes)));
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
    lines.add(from);
  }
});

beforeAll(async () => {
  await once(network.listen(0, "127.0.0.1"), "listening");
  through.port = String((network.address() as net.AddressInfo).port);
});
afterAll(() => {
  for (const line of lines) line.destroy();
  network.close();
});
beforeEach(speak);

function speak() {
  isMute = false;
  for (const say of held) say();
  held = [];
}

const clientOf = (query_timeout: number) =>
  new PrismaClient({
    adapter: new PatientPg({ connectionString: through.href, query_timeout, connectionTimeoutMillis: query_timeout, max: 1 }),
  });

async function secondsOf(work: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await expect(work).rejects.toSatisfy(isOutage);
  return (performance.now() - started) / 1000;
}

test("a database that has said nothing once is not waited for so long again, until it says something", async () => {
  const db = clientOf(2_500);
  const ask = () => db.$queryRaw`select 1 as one`;
  await ask();
  isMute = true;
  expect(await secondsOf(ask())).toBeGreaterThan(2.2);
  expect(await secondsOf(ask())).toBeLessThan(2);
  expect(await secondsOf(db.$transaction((tx) => tx.$queryRaw`select 1 as one`))).toBeLessThan(2);
  speak();
  // The connections that were lost with it are still being given up.
  await expect.poll(() => ask().catch(() => null), { timeout: 10_000 }).toEqual([{ one: 1 }]);
  const slow = db.$queryRaw`select pg_sleep(1.2)::text as slept`;
  expect(await slow, "it has as long as ever").toHaveLength(1);
  await db.$disconnect();
});

test("what was done in a transaction that was given up is never the next one's to commit", async () => {
  const db = clientOf(700);
  const write = (key: string) => ({ data: { key, value: true } });
  const begun = db.$transaction(async (tx) => {
    await tx.setting.create(write("lost"));
    isMute = true;
    await tx.$queryRaw`select 1 as one`;
  });
  await secondsOf(begun);
  speak();
  await expect.poll(() => db.$transaction((tx) => tx.setting.create(write("next"))).catch(() => null), { timeout: 10_000 }).toBeTruthy();
  expect(await db.setting.findMany({ select: { key: true }, where: { key: { in: ["lost", "next"] } } })).toEqual([{ key: "next" }]);
  await db.$disconnect();
});
