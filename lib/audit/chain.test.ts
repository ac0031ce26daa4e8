import { randomUUID } from "node:crypto";
import fs from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { chainLedger } from "@/lib/audit/chain";
import { headFile } from "@/lib/audit/kept-head";
import { recordAudit } from "@/lib/audit/record";
import { verifyLedger } from "@/lib/audit/verify";
import { ownerUrl, siteSecret } from "@/lib/config";
import { loginUrl } from "@/lib/db/names";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";
import { query } from "@/lib/testing/query";

const tag = () => ({ type: "tag" as const, id: randomUUID() });
const write = async (count = 1) => {
  const { id: actorId } = await makeUser();
  const ids: string[] = [];
  for (let at = 0; at < count; at++) ids.push(await recordAudit(privateDb, { actorId, act: "tag.create", subject: tag() }));
  return ids;
};
const chained = async (ids: string[]) =>
  (await privateDb.auditChain.findMany({ where: { eventId: { in: ids } }, orderBy: { place: "asc" }, select: { eventId: true } })).map(
    ({ eventId }) => eventId,
  );

for (const login of ["public", "private"] as const) {
  test.each(["audit_event", "audit_chain"])(`the ${login} login can change nothing that stands in %s`, async (table) => {
    await write();
    await chainLedger();
    const column = table === "audit_event" ? "act" : "place";
    const attempts = [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`, `drop table ${table}`];
    for (const sql of attempts) {
      const refusal = await query(loginUrl(ownerUrl(), siteSecret(), login), sql).catch(
        (error: unknown) => (error as pg.DatabaseError).code,
      );
      expect(refusal, sql).toBe("42501");
    }
  });
}

test("no login of the app can slip a row onto the waiting list, or read the ledger as a reader", async () => {
  const [app, anyone] = [loginUrl(ownerUrl(), siteSecret(), "private"), loginUrl(ownerUrl(), siteSecret(), "public")];
  const slipped = "insert into audit_waiting (place, event_id) values (1, '01890000-0000-7000-8000-000000000000')";
  await expect(query(app, slipped)).rejects.toMatchObject({ code: "42501" });
  for (const table of ["audit_event", "audit_chain", "audit_waiting"])
    await expect(query(anyone, `select * from ${table}`)).rejects.toMatchObject({ code: "42501" });
});

test("a row that was written early and committed late is chained after what was committed before, and not passed over", async () => {
  const slow = new pg.Client({ connectionString: loginUrl(ownerUrl(), siteSecret(), "private") });
  await slow.connect();
  const late = randomUUID();
  await slow.query("begin");
  await slow.query(`insert into audit_event (id, act, subject_type, subject_id) values ('${late}', 'tag.create', 'tag', 'x')`);
  const early = await write(2);
  await chainLedger();
  expect(await chained([late, ...early])).toEqual(early);
  await slow.query("commit");
  await slow.end();
  await chainLedger();
  expect(await chained([late, ...early])).toEqual([...early, late]);
});

test("two instances at once make one chain, with each row once", async () => {
  const ids = await write(30);
  await Promise.all([chainLedger(7), chainLedger(4), chainLedger(5)]);
  expect(await chained(ids)).toEqual(ids);
  expect(await verifyLedger()).toMatchObject({ ok: true });
});

test("a job that is cut off between two batches goes on where it was", async () => {
  await chainLedger();
  const ids = await write(25);
  // What the database refuses in the middle of the third batch leaves the first two, and nothing of the third.
  const { place = 0n } = (await privateDb.auditChain.findFirst({ orderBy: { place: "desc" } })) ?? {};
  await query(
    ownerUrl(),
    `create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$;
     create trigger cut_off before insert on audit_chain for each row when (new.place = ${place + 23n}) execute function cut_off()`,
  );
  await expect(chainLedger(10)).rejects.toThrow("cut off");
  await query(ownerUrl(), "drop function cut_off cascade");
  expect(await chained(ids)).toEqual(ids.slice(0, 20));
  await chainLedger(10);
  await chainLedger(10);
  expect(await chained(ids)).toEqual(ids);
  expect(await verifyLedger()).toMatchObject({ ok: true });
});

test("the head that is noted beside the database is the chain's", async () => {
  await write();
  await chainLedger();
  const [, hash = ""] = fs.readFileSync(headFile(), "utf8").trim().split(" ");
  const last = await privateDb.auditChain.findFirstOrThrow({ orderBy: { place: "desc" } });
  expect(Buffer.from(last.hash).toString("hex")).toBe(hash);
});
