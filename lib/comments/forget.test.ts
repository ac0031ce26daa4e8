import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { emailDigest, sealContact } from "@/lib/comments/contact";
import { forgetAddresses, forgetProofs, forgetRefused, forgetSenders, forgetSubmissions } from "@/lib/comments/forget";
import { forgetExpired, lastCleaning } from "@/lib/comments/retention";
import { privateDb } from "@/lib/db/private";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const now = new Date("2026-03-15T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const sender = { ip: "192.0.2.7", agent: "test" };
type Given = Partial<Parameters<typeof makeComment>[0]>;

afterEach(async () => {
  await privateDb.comment.deleteMany();
  await privateDb.setting.deleteMany();
});

async function makeContact(createdAt: Date, given: Given = {}): Promise<string> {
  const { id: postId } = await makePost({ status: "published" });
  const { id: commentId } = await makeComment({ postId, ...given });
  await privateDb.commentContact.create({ data: { commentId, createdAt, ...sealContact("ada@example.org", sender) } });
  return commentId;
}
const isThere = async (id: string) => (await privateDb.comment.count({ where: { id } })) === 1;
const hasContact = async (commentId: string) => (await privateDb.commentContact.count({ where: { commentId } })) === 1;

test("after the days that are set nobody knows from where a comment came, and its address is still sealed there", async () => {
  const commentId = await makeContact(daysAgo(7.01));
  expect(await forgetSenders(7, now)).toBe(1);
  const contact = await privateDb.commentContact.findUniqueOrThrow({ where: { commentId } });
  expect(contact).toMatchObject({ ipPrefix: null, userAgent: null });
  expect(contact.emailSealed.length).toBeGreaterThan(0);
  expect(await forgetSenders(7, now), "safe to run twice").toBe(0);
});

test("before that it is kept", async () => {
  const commentId = await makeContact(daysAgo(6.99));
  await forgetSenders(7, now);
  expect(await privateDb.commentContact.findUniqueOrThrow({ where: { commentId } })).toMatchObject({ userAgent: "test" });
});

test("a submission is remembered for thirty days and then no more", async () => {
  const commentId = await makeContact(now);
  const kept = { fingerprint: Buffer.from("kept"), key: "", commentId, createdAt: daysAgo(29.99) };
  await privateDb.submission.createMany({ data: [kept, { ...kept, fingerprint: Buffer.from("gone"), createdAt: daysAgo(30.01) }] });
  expect(await forgetSubmissions(now)).toBe(1);
  expect(await privateDb.submission.findMany({ select: { createdAt: true } })).toEqual([{ createdAt: kept.createdAt }]);
});

test.each(["spam", "rejected", "trash"] as const)("what was put to %s so long ago is deleted with contact and checks", async (status) => {
  const check = { create: { position: 0, rule: "honeypot", score: 6 } };
  const gone = await makeContact(daysAgo(91), { status, decidedAt: daysAgo(90.01), checks: check });
  const kept = await makeContact(daysAgo(91), { status, decidedAt: daysAgo(89.99), checks: check });
  expect(await forgetRefused(90, now)).toBe(1);
  expect([await isThere(gone), await hasContact(gone), await isThere(kept)]).toEqual([false, false, true]);
  expect(await privateDb.commentCheck.findMany({ select: { commentId: true } })).toEqual([{ commentId: kept }]);
});

test.each(["pending", "approved"] as const)("what is %s is never deleted for its age", async (status) => {
  const id = await makeContact(daysAgo(900), { status, decidedAt: daysAgo(900) });
  expect(await forgetRefused(90, now)).toBe(0);
  expect(await isThere(id)).toBe(true);
});

test("what somebody answered stays as long as the answer; a refused thread goes from its ends", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const old = { postId, status: "trash", decidedAt: daysAgo(100) } as const;
  const answered = await makeComment(old);
  await makeComment({ postId, status: "approved", parentId: answered.id, rootId: answered.id, depth: 1 });
  const root = await makeComment(old);
  const answer = await makeComment({ ...old, parentId: root.id, rootId: root.id, depth: 1 });
  await makeComment({ ...old, parentId: answer.id, rootId: root.id, depth: 2 });
  expect(await forgetRefused(90, now)).toBe(3);
  expect(await privateDb.comment.count()).toBe(2);
});

test("addresses of public comments are forgotten after the days that are set, and never by default", async () => {
  const old = await makeContact(daysAgo(31), { status: "approved" });
  const fresh = await makeContact(daysAgo(29), { status: "approved" });
  const waiting = await makeContact(daysAgo(31));
  expect(await forgetAddresses(0, now)).toBe(0);
  expect(await forgetAddresses(30, now)).toBe(1);
  const left = await Promise.all([hasContact(old), isThere(old), hasContact(fresh), hasContact(waiting)]);
  expect(left).toEqual([false, true, true, true]);
});

test("the address of who complains, or still may of what was taken out, is kept as long as an answer has to reach them", async () => {
  const upheld = (days: number) => ({ decidedAt: daysAgo(days), outcome: "upheld", answer: "It stays so." }) as const;
  const stated = async (days: number, given: { isEdit?: boolean; undoneAt?: Date; putBackBy?: string; complaint?: object } = {}) => {
    const commentId = await makeContact(daysAgo(400), { status: "approved", editedByStaff: true });
    const { isEdit = true, undoneAt = null, putBackBy, complaint } = given;
    const eventId = randomUUID();
    const edit = { commentId, eventId, putBackBy, before: "All of it", beforeByStaff: false, wasPublic: true, at: daysAgo(days) };
    if (isEdit) await privateDb.commentEdit.create({ data: edit });
    const statement = { commentId, eventId, to: isEdit ? "approved" : "rejected", isEdit, undoneAt, createdAt: daysAgo(days) } as const;
    const why = { wasPublic: true, ground: "guidelines", isAutomated: false, wasFlagged: false, wasReported: false } as const;
    await privateDb.statement.create({ data: { ...statement, ...why, ...(complaint && { complaint: { create: complaint } }) } });
    return commentId;
  };
  const kept = [
    await stated(183),
    await stated(100, { complaint: upheld(6) }),
    await stated(300, { complaint: {} }),
    await stated(183, { isEdit: false, complaint: {} }),
  ];
  const gone = [
    await stated(185),
    await stated(183, { undoneAt: now }),
    await stated(183, { putBackBy: randomUUID() }),
    await stated(183, { isEdit: false }),
    await stated(100, { complaint: upheld(8) }),
  ];
  expect(await forgetAddresses(30, now)).toBe(gone.length);
  expect(await Promise.all([...kept, ...gone].map(hasContact))).toEqual([...kept.map(() => true), ...gone.map(() => false)]);
});

test("that an address was proven is forgotten by the cleaning once no comment is kept with it", async () => {
  const proven = (nth: number) => ({ emailHash: Buffer.from(`address ${nth}`) });
  await privateDb.provenAddress.createMany({ data: Array.from({ length: 2500 }, (_, nth) => proven(nth)) });
  await privateDb.provenAddress.create({ data: { emailHash: emailDigest("ada@example.org") } });
  const commentId = await makeContact(now);
  expect(await forgetProofs()).toBe(2500);
  expect(await forgetProofs(), "safe to run twice").toBe(0);
  await privateDb.comment.delete({ where: { id: commentId } });
  await forgetExpired(now);
  expect(await privateDb.provenAddress.count()).toBe(0);
});

test("more than one batch is worked off", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const refused = { postId, name: "x", body: "x", status: "spam", decidedAt: daysAgo(100) } as const;
  await privateDb.comment.createMany({ data: Array.from({ length: 2500 }, () => refused) });
  expect(await forgetRefused(90, now)).toBe(2500);
});

test("the cleaning keeps to the settings, and tells moderators when it ran and what it did", async () => {
  await privateDb.setting.createMany({
    data: [
      { key: "senderDays", value: 2 },
      { key: "refusedDays", value: 10 },
      { key: "addressDays", value: 20 },
    ],
  });
  await makeContact(daysAgo(3));
  await makeContact(daysAgo(1), { status: "spam", decidedAt: daysAgo(11) });
  await makeContact(daysAgo(21), { status: "approved" });
  const moderator = await makeUser({ role: "moderator" });
  expect(await lastCleaning(moderator)).toBeNull();
  await forgetExpired(now);
  expect(await lastCleaning(moderator)).toEqual({ at: now, senders: 2, refused: 1, addresses: 1 });
  expect(await lastCleaning(await makeUser({ role: "author" }))).toBeNull();
});
