import { beforeEach, expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { countDays } from "@/lib/statistics/count-days";
import { siteHealth } from "@/lib/statistics/health";
import { deskStatistics } from "@/lib/statistics/newsroom";

const NOW = new Date("2026-03-30T10:00:00Z");
const at = (time: string) => new Date(time);

async function figures(now = NOW) {
  const found = await deskStatistics(await makeUser({ role: "moderator" }), now);
  if (!found.ok) throw new Error(found.error);
  return found;
}

async function arrived(createdAt: Date, rules: { rule: string; score: number }[] = []) {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, createdAt });
  await privateDb.commentCheck.createMany({ data: rules.map((rule, position) => ({ commentId: id, position, ...rule })) });
  return id;
}

async function decided(commentId: string, act: string, time: Date, given: { from?: string; actorId?: string | null } = {}) {
  const { from = "pending", actorId = (await makeUser()).id } = given;
  const ledger = { subjectType: "comment", subjectId: commentId, from, to: "approved", rule: actorId ? null : "trusted" };
  await privateDb.auditEvent.create({ data: { act, at: time, actorId, ...ledger } });
}

beforeEach(async () => {
  await privateDb.post.deleteMany();
  await privateDb.deskDay.deleteMany();
  await privateDb.setting.deleteMany();
});

test("replies and decisions of people are counted by the site's days, and the middle time between both is told", async () => {
  await privateDb.setting.create({ data: { key: "timeZone", value: "Europe/Berlin", isPublic: true } });
  // 23:30 and 00:30 in Berlin, on both sides of midnight; the clocks were set forward in that night.
  const [late, early] = [await arrived(at("2026-03-28T22:30:00Z")), await arrived(at("2026-03-28T23:30:00Z"))];
  const third = await arrived(at("2026-03-29T21:00:00Z"));
  await decided(late, "comment.approve", at("2026-03-28T22:40:00Z"));
  await decided(early, "comment.reject", at("2026-03-28T23:31:00Z"));
  await decided(third, "comment.spam", at("2026-03-29T21:10:00Z"));
  await decided(await arrived(at("2026-03-29T12:00:00Z")), "comment.trash", at("2026-03-29T12:05:00Z"));
  // What the site decided by a rule, and a decision on one that did not wait, are none of the desk's.
  await decided(await arrived(at("2026-03-29T12:00:00Z")), "comment.approve", at("2026-03-29T12:00:01Z"), { actorId: null });
  await decided(third, "comment.approve", at("2026-03-30T08:00:00Z"), { from: "spam" });
  await countDays(NOW);
  const { days, countedAt, waitingSeconds } = await figures();
  expect(days.length).toBe(30);
  expect(days.map(({ day }) => day).slice(-3)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
  const none = { received: 0, approved: 0, rejected: 0, spam: 0, trashed: 0, decided: 0, medianSeconds: null };
  expect(days.slice(-4)).toEqual([
    { ...none, day: "2026-03-27" },
    { ...none, day: "2026-03-28", received: 1, approved: 1, decided: 1, medianSeconds: 600 },
    { ...none, day: "2026-03-29", received: 4, rejected: 1, spam: 1, trashed: 1, decided: 3, medianSeconds: 300 },
    { ...none, day: "2026-03-30" },
  ]);
  expect(countedAt).toBeInstanceOf(Date);
  expect(waitingSeconds).toBe(35.5 * 3600);
});

test("a check is told with its decisions, and how many of them let through what it had spoken against", async () => {
  // The ledger keeps what the other tests wrote: other days.
  const against = { rule: "manyLinks", score: 3 };
  const doubted = async () => arrived(at("2026-06-29T08:00:00Z"), [against, against, { rule: "proofOfWork", score: -2 }]);
  await decided(await doubted(), "comment.approve", at("2026-06-29T09:00:00Z"));
  await decided(await doubted(), "comment.spam", at("2026-06-30T09:00:00Z"));
  await decided(await doubted(), "comment.approve", at("2026-06-30T09:00:00Z"), { from: "spam" });
  await decided(await arrived(at("2026-06-29T08:00:00Z"), [{ rule: "holdWord", score: 5 }]), "comment.reject", at("2026-06-29T09:00:00Z"));
  await decided(await arrived(at("2026-06-29T08:00:00Z")), "comment.approve", at("2026-06-29T09:00:00Z"));
  await countDays(at("2026-06-30T10:00:00Z"));
  const { rules, decided: all } = await figures(at("2026-06-30T10:00:00Z"));
  expect(rules).toEqual([
    { rule: "manyLinks", decided: 3, overturned: 2 },
    { rule: "holdWord", decided: 1, overturned: 0 },
  ]);
  expect(all).toBe(4);
});

test("days that are over stay as they were counted; today is counted again, and a day that was missed is caught up", async () => {
  const first = await arrived(at("2026-03-28T08:00:00Z"));
  await countDays(at("2026-03-28T12:00:00Z"));
  await arrived(at("2026-03-28T18:00:00Z"));
  await countDays(at("2026-03-29T00:05:00Z"));
  // What is erased later has been received all the same.
  await privateDb.comment.delete({ where: { id: first } });
  await arrived(at("2026-03-29T09:00:00Z"));
  await countDays(NOW);
  await countDays(NOW);
  const { days } = await figures();
  expect(days.slice(-3).map(({ received }) => received)).toEqual([2, 1, 0]);
  expect(days.filter(({ received }) => received > 0).length).toBe(2);
});

test("a site that nobody answers has thirty empty days; who decides nothing and who runs nothing is told nothing", async () => {
  expect(await figures()).toMatchObject({ rules: [], decided: 0, countedAt: null, waitingSeconds: null });
  expect(await deskStatistics(await makeUser({ role: "author" }))).toEqual({ ok: false, error: "forbidden" });
  expect(await siteHealth(await makeUser({ role: "editor" }))).toEqual({ ok: false, error: "forbidden" });
});

test("the site's health is told in bytes and jobs", async () => {
  const health = await siteHealth(await makeUser({ role: "administrator" }));
  expect(health).toMatchObject({ ok: true, pictures: 0, waiting: expect.any(Number), failed: 0 });
  if (health.ok) for (const size of [health.database, health.free]) expect(size).toBeGreaterThan(1_000_000);
});
