import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ACTS } from "@/lib/audit/acts";
import { pageSql, readLedger, SITE_ITSELF } from "@/lib/audit/newsroom";
import { recordAudit } from "@/lib/audit/record";
import { commentHistories } from "@/lib/comments/desk/history";
import { approveComment, trashComment } from "@/lib/comments/moderate";
import { ownerUrl } from "@/lib/config";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { query } from "@/lib/testing/query";
import type { Actor } from "@/lib/users/policy";

let admin: Actor;
/** A year of a newsroom's work by ten people, past the trigger: what waits for the chain is not this test's matter. */
beforeAll(async () => {
  admin = await makeUser({ role: "administrator" });
  await query(
    ownerUrl(),
    `set session_replication_role = replica;
     insert into audit_event (id, at, actor_id, act, subject_type, subject_id)
     select gen_random_uuid(), timestamptz '2020-01-01' + n * interval '30 minutes',
       case when n % 10 > 0 then ('01890000-0000-7000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid end,
       (array['comment.approve', 'comment.spam', 'post.save', 'user.signIn'])[1 + n % 4], 'comment', 'thing-' || n % 4000
     from generate_series(1, 20000) n;
     analyze audit_event`,
  );
}, 60_000);

const read = async (asked: object) => {
  const result = await readLedger(admin, asked);
  if (!result.ok) throw new Error(result.error);
  return result;
};

test.each(["editor", "author", "contributor", "moderator"] as const)("an %s may not read the ledger", async (role) => {
  expect(await readLedger(await makeUser({ role }), {})).toEqual({ ok: false, error: "forbidden" });
});

test("an entry tells who, what, to what, from, to and why, by the names of today", async () => {
  const [{ id, title }, { id: actorId }] = [await makePost(), await makeUser({ name: "Before" })];
  await recordAudit(privateDb, {
    actorId,
    act: "post.publish",
    subject: { type: "post", id },
    from: { status: "draft" },
    to: { status: "published" },
  });
  await privateDb.user.update({ where: { id: actorId }, data: { name: "Grace Hopper" } });
  const { entries, next } = await read({ id });
  expect(next).toBeNull();
  expect(entries).toMatchObject([
    { act: "post.publish", actor: "Grace Hopper", subject: title, from: { status: "draft" }, to: { status: "published" }, rule: null },
  ]);
});

test("pages go on where the one before ended, with every entry once", async () => {
  const subject = { type: "tag" as const, id: randomUUID() };
  for (let at = 0; at < 3; at++) await recordAudit(privateDb, { actorId: admin.id, act: "tag.rename", subject });
  const at = new Date("2031-05-05T10:00:00Z");
  await privateDb.auditEvent.createMany({
    data: Array.from({ length: 120 }, () => ({ at, act: "tag.rename", subjectType: "tag", subjectId: subject.id })),
  });
  const seen: string[] = [];
  let after: string | null | undefined;
  do {
    const page = await read({ id: subject.id, after });
    seen.push(...page.entries.map((entry) => entry.id));
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(123);
  expect(new Set(seen).size).toBe(123);
});

test("filters narrow by person, the site itself, act, days of the site's calendar, and all of them together", async () => {
  const who = "01890000-0000-7000-8000-000000000003";
  const { entries } = await read({ who, act: "user.signIn", since: "2020-02-01", until: "2020-02-29" });
  expect(entries.length).toBeGreaterThan(10);
  for (const { actorId, act, at } of entries) {
    expect([actorId, act]).toEqual([who, "user.signIn"]);
    expect(at.toISOString()).toMatch(/^2020-02/);
  }
  const bySite = await read({ who: SITE_ITSELF, until: "2020-12-31" });
  expect(bySite.entries).toHaveLength(50);
  expect(bySite.entries.every(({ actorId }) => actorId === null)).toBe(true);
});

test("what cannot be read counts as not asked", async () => {
  const odd = { who: "x", act: "no.act", since: "2020-02-31", until: ["a"], id: "\0", after: "zzz" };
  expect((await read(odd)).entries).toHaveLength(50);
});

const asked = { who: "01890000-0000-7000-8000-000000000003", act: "comment.spam" as const, id: "thing-7" };
test.each<Parameters<typeof pageSql>[0]>([
  {},
  { who: asked.who },
  { who: SITE_ITSELF },
  { act: asked.act },
  { who: asked.who, act: asked.act },
  { id: asked.id },
  { who: SITE_ITSELF, act: asked.act, until: "2020-03-01" },
  { who: asked.who, act: asked.act, since: "2020-02-01", after: { key: Date.parse("2020-06-01"), id: randomUUID() } },
  { since: "2020-02-01", until: "2020-03-01" },
  { act: asked.act, until: "2020-03-01" },
  { who: asked.who, after: { key: Date.parse("2020-06-01"), id: randomUUID() } },
])("a page is read from an index, without a look at the rest: %j", async (narrowed) => {
  const rows = await privateDb.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`explain ${pageSql(narrowed, "Europe/Berlin")}`);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).not.toMatch(/Seq Scan|Filter:/);
  // What was done to one thing is sorted at once.
  if (!narrowed.id) expect(plan).not.toMatch(/Sort/);
});

test("the desk shows of each comment what was decided, by whom, from the beginning on", async () => {
  const [moderator, { id: postId }] = [await makeUser({ role: "moderator", name: "Mary" }), await makePost({ status: "published" })];
  const [{ id }, other] = [await makeComment({ postId }), await makeComment({ postId })];
  await approveComment(moderator, { id, from: "pending" });
  await trashComment(moderator, { id, from: "approved" });
  const histories = await commentHistories(moderator, [id, other.id]);
  expect(histories.get(id)).toMatchObject([
    { act: "comment.approve", who: "Mary", from: "pending", to: "approved" },
    { act: "comment.trash", who: "Mary", from: "approved", to: "trash" },
  ]);
  expect(histories.get(other.id)).toBeUndefined();
  expect((await commentHistories(await makeUser({ role: "author" }), [id])).size).toBe(0);
});

test("every act has its noun, and none stands twice", () => {
  expect(new Set(ACTS).size).toBe(ACTS.length);
});
