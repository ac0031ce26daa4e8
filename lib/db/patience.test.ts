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

/** What is waited for at all, and while nothing is said. */
const [WHOLE_MS, SILENT_MS] = [1_200, 100];
const open = (silentMs = SILENT_MS) => {
  const config = { connectionString: through.href, query_timeout: WHOLE_MS, connectionTimeoutMillis: WHOLE_MS, max: 2 };
  return new PrismaClient({ adapter: new PatientPg(config, {}, silentMs) });
};
const select = (db: Pick<PrismaClient, "$queryRaw">) => db.$queryRaw`select 1 as one`;

async function waitOf(work: Promise<unknown>): Promise<"whole" | "short"> {
  const started = performance.now();
  await expect(work).rejects.toSatisfy(isOutage);
  return performance.now() - started > WHOLE_MS - 100 ? "whole" : "short";
}

test.each(["that it has answered before", "that it has never answered"])(
  "a database that has let one wait in vain is not waited for so long again (%s), until it says something",
  async (which) => {
    const db = open();
    if (which === "that it has answered before") await select(db);
    isMute = true;
    expect(await waitOf(select(db))).toBe("whole");
    expect(await waitOf(select(db))).toBe("short");
    expect(await waitOf(db.$transaction(select))).toBe("short");
    speak();
    // What waited in vain is still being given up.
    await expect.poll(() => select(db).catch(() => null), { timeout: 10_000 }).toEqual([{ one: 1 }]);
    const slow = db.$queryRaw`select pg_sleep(0.5)::text as slept`;
    expect(await slow, "it has as long as ever").toHaveLength(1);
    await db.$disconnect();
  },
);

test.each([SILENT_MS, 60_000])("what was done in a transaction that was given up is never the next one's to commit", async (silentMs) => {
  const db = open(silentMs);
  const write = (key: string) => ({ data: { key, value: true } });
  const begun = db.$transaction(async (tx) => {
    await tx.setting.create(write("lost"));
    isMute = true;
    await select(tx);
  });
  expect(await waitOf(begun)).toBe("whole");
  if (silentMs === SILENT_MS) expect(await waitOf(select(db)), "the silence goes on").toBe("short");
  speak();
  await expect.poll(() => db.$transaction((tx) => tx.setting.create(write("next"))).catch(() => null), { timeout: 10_000 }).toBeTruthy();
  expect(await db.setting.findMany({ select: { key: true }, where: { key: { in: ["lost", "next"] } } })).toEqual([{ key: "next" }]);
  await db.setting.deleteMany({ where: { key: "next" } });
  await db.$disconnect();
});

test("what may be carried out all the same has its whole time, also of a silent database: a writing statement, a commit", async () => {
  const db = open();
  await Promise.all([select(db), select(db)]);
  let mayCommit = () => {};
  const committing = db.$transaction(
    async (tx) => {
      await select(tx);
      await new Promise<void>((done) => (mayCommit = done));
    },
    { timeout: 20_000 },
  );
  await expect.poll(() => mayCommit.name).not.toBe("mayCommit");
  isMute = true;
  await waitOf(select(db));
  const writing = waitOf(db.$executeRaw`delete from setting where key = 'none'`);
  mayCommit();
  expect(await waitOf(committing)).toBe("whole");
  expect(await writing).toBe("whole");
  speak();
  await db.$disconnect();
});
