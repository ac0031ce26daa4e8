import { createHash } from "node:crypto";
import fs from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { chainLedger, lastLink } from "@/lib/audit/chain";
import { WRITTEN } from "@/lib/audit/columns";
import { headFile } from "@/lib/audit/kept-head";
import { bytesOfRow, type WrittenRow } from "@/lib/audit/link";
import { recordAudit } from "@/lib/audit/record";
import { tellWrong } from "@/lib/audit/tell-proof";
import { verifyLedger } from "@/lib/audit/verify";
import { sealContact, emailDigest } from "@/lib/comments/contact";
import { eraseAddress } from "@/lib/comments/mail/erase-address";
import { addressKey } from "@/lib/comments/mail/key";
import { approveComment, rejectComment } from "@/lib/comments/moderate";
import { forgetExpired } from "@/lib/comments/retention";
import { ownerUrl } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { query } from "@/lib/testing/query";

// What the tables' owner, who may do everything in the database, does to six rows; `$3` is the third one's id.
const owner = (sql: string) => query(ownerUrl(), sql);
let ids: string[];
const id = (at: number) => ids[at - 1] ?? "";
const fill = (sql: string) => sql.replace(/\$(\d)/g, (_, at) => `'${id(Number(at))}'`);
const placeOf = async (at: number) => (await privateDb.auditChain.findUniqueOrThrow({ where: { eventId: id(at) } })).place;

beforeEach(async () => {
  await owner("truncate audit_event, audit_chain, audit_waiting");
  fs.rmSync(headFile(), { force: true });
  const { id: actorId } = await makeUser();
  ids = [];
  for (const why of ["first", "second", "third", "fourth", "fifth", "sixth"]) {
    const subject = { type: "comment" as const, id: "01890000-0000-7000-8000-000000000000" };
    ids.push(await recordAudit(privateDb, { actorId, act: "comment.reject", subject, from: "pending", to: "rejected", why }));
  }
  await chainLedger();
});
afterEach(() => owner("truncate audit_event, audit_chain, audit_waiting"));

test("a ledger that nobody touched is right, in batches of any size", async () => {
  const { hash } = (await lastLink(privateDb)) ?? {};
  for (const batch of [1, 2, 5, 6, 7]) expect(await verifyLedger([], batch)).toMatchObject({ ok: true, entries: 6n, head: { hash } });
});

test("an empty one is right, too", async () => {
  await owner("truncate audit_event, audit_chain, audit_waiting");
  fs.rmSync(headFile());
  expect(await verifyLedger()).toEqual({ ok: true, entries: 0n, head: null });
});

test("what was written before there was a chain, without a rule, is chained and right", async () => {
  await owner("truncate audit_chain; insert into audit_waiting (event_id) select id from audit_event order by at, id");
  fs.rmSync(headFile());
  expect(await verifyLedger()).toMatchObject({ ok: true, entries: 6n });
});

const TAMPERINGS: Record<string, [sql: string, problem: string, named: number | null]> = {
  "a text": ["update audit_event set why = 'other' where id = $3", "changed", 3],
  "a text to nothing": ["update audit_event set why = null where id = $3", "changed", 3],
  "a JSON value": [`update audit_event set "to" = '"approved"' where id = $2`, "changed", 2],
  "a time": ["update audit_event set at = at + interval '1 millisecond' where id = $4", "changed", 4],
  "a time to no time": ["update audit_event set at = 'infinity' where id = $4", "changed", 4],
  "who it was": ["update audit_event set actor_id = null where id = $6", "changed", 6],
  "a rule": ["update audit_event set rule = 'trusted' where id = $1", "changed", 1],
  "a row, deleted": ["delete from audit_event where id = $3", "missing", 3],
  "the last row, deleted": ["delete from audit_event where id = $6", "missing", 6],
  "a row, deleted with its link": ["delete from audit_event where id = $3; delete from audit_chain where event_id = $3", "gap", 4],
  "a row, deleted with its link, the others moved up": [
    "delete from audit_event where id = $3; delete from audit_chain where event_id = $3; update audit_chain set place = -place + 1 where place > 3; update audit_chain set place = -place where place < 0",
    "changed",
    4,
  ],
  "a link": ["delete from audit_chain where event_id = $2", "gap", 3],
  "a pair, swapped in the chain": [
    "update audit_chain set event_id = case when event_id = $2 then gen_random_uuid() else event_id end; update audit_chain set event_id = $2 where event_id = $5; update audit_chain set event_id = $5 where event_id not in (select id from audit_event)",
    "changed",
    5,
  ],
  "a pair, its texts swapped": [
    "update audit_event set why = case when id = $2 then 'fifth' else 'second' end where id in ($2, $5)",
    "changed",
    2,
  ],
  "the tail of the chain": ["delete from audit_chain where place > 4", "unchained", 5],
  "the tail with its rows": ["delete from audit_event where id in ($5, $6); delete from audit_chain where place > 4", "cut", null],
  "all of it": ["truncate audit_event, audit_chain, audit_waiting", "cut", null],
  "a link's hash": ["update audit_chain set hash = decode(repeat('ab', 32), 'hex') where event_id = $3", "changed", 3],
  "a link's form": ["update audit_chain set form = 77 where event_id = $3", "unknownForm", 3],
};

test.each(Object.entries(TAMPERINGS))("changed by a superuser, %s, is found and named", async (_, [sql, problem, named]) => {
  await owner(fill(sql));
  const proof = await verifyLedger([], 2);
  expect(proof).toMatchObject({ ok: false, problem, eventId: named === null ? null : id(named) });
  if (proof.ok) return;
  expect(tellWrong(proof)).toContain(named === null ? headFile() : id(named));
});

test("a row that was put in past the triggers is found and named", async () => {
  const inserted = "01890000-0000-7000-8000-00000000abcd";
  await owner(
    `set session_replication_role = replica; insert into audit_event (id, act, subject_type, subject_id) values ('${inserted}', 'tag.create', 'tag', 'x')`,
  );
  expect(await verifyLedger([], 2)).toMatchObject({ ok: false, problem: "unchained", eventId: inserted });
});

test("a row that is deleted before it was chained is found and named", async () => {
  const lost = await recordAudit(privateDb, { actorId: null, rule: "clock", act: "tag.create", subject: { type: "tag", id: "x" } });
  await owner(`delete from audit_event where id = '${lost}'`);
  expect(await verifyLedger()).toMatchObject({ ok: false, problem: "lost", eventId: lost });
});

test("who changes a row and makes all hashes behind it anew, without the site's secret, is found", async () => {
  await owner(fill("update audit_event set why = 'other' where id = $3"));
  const rows = await privateDb.$queryRaw<(WrittenRow & { place: bigint })[]>`
    select place, ${WRITTEN} from audit_chain join audit_event event on event.id = event_id order by place`;
  const { hash } = await privateDb.auditChain.findUniqueOrThrow({ where: { place: (await placeOf(3)) - 1n } });
  let previous = Buffer.from(hash);
  for (const row of rows.slice(2)) {
    const bytes = bytesOfRow(row) ?? Buffer.of();
    const made = createHash("sha256").update(previous).update(Buffer.of(1)).update(bytes).digest();
    await owner(
      `update audit_chain set previous = decode('${previous.toString("hex")}', 'hex'), hash = decode('${made.toString("hex")}', 'hex') where place = ${row.place}`,
    );
    previous = made;
  }
  expect(await verifyLedger()).toMatchObject({ ok: false, problem: "changed", eventId: id(3) });
});

test("who winds the chain back, changes a row and lets the site chain it again, is found by the head that was kept", async () => {
  const head = await lastLink(privateDb);
  if (!head) throw new Error("Nothing was chained.");
  await owner(
    fill(`delete from audit_chain where place > 4; update audit_event set why = 'other' where id = $5;
      insert into audit_waiting (event_id) values ($5), ($6)`),
  );
  await expect(chainLedger()).rejects.toThrow("npm run ledger:verify");
  expect(await verifyLedger()).toMatchObject({ ok: false, problem: "cut" });
  // Whoever reaches this machine's files as well cannot change what was kept elsewhere.
  fs.rmSync(headFile());
  expect(await verifyLedger()).toMatchObject({ ok: true });
  expect(await verifyLedger([head])).toMatchObject({ ok: false, problem: "cut", place: head.place });
});

test("after the erasure of all that a reader left it is right as before", async () => {
  const [moderator, { id: postId }] = [await makeUser({ role: "moderator" }), await makePost({ status: "published" })];
  const email = "grace@example.org";
  const made = await Promise.all([makeComment({ postId }), makeComment({ postId })]);
  for (const { id: commentId } of made)
    await privateDb.commentContact.create({ data: { commentId, ...sealContact(email, { ip: "192.0.2.7", agent: "test" }) } });
  await approveComment(moderator, { id: made[0].id, from: "pending" });
  await rejectComment(moderator, { id: made[1].id, from: "pending", reason: "Grace, please stay on the subject." });
  await chainLedger();
  expect(JSON.stringify(await privateDb.auditEvent.findMany())).not.toMatch(/grace|subject\./i);
  const now = new Date();
  expect(await eraseAddress(addressKey(emailDigest(email), now), now)).toMatchObject({ ok: true, count: 2 });
  await forgetExpired(new Date(now.getTime() + 3650 * 86_400_000));
  expect(await privateDb.commentContact.count({ where: { commentId: { in: made.map((each) => each.id) } } })).toBe(0);
  expect(await verifyLedger()).toMatchObject({ ok: true, entries: 8n });
});
