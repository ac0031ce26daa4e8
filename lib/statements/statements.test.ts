import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { forgetRefused } from "@/lib/comments/forget";
import { approveComment, markCommentAsSpam, rejectComment, trashComment, unapproveComment } from "@/lib/comments/moderate";
import { ownReply } from "@/lib/comments/own";
import { dataOfReply } from "@/lib/comments/own-data";
import { receiptKey } from "@/lib/comments/receipt";
import { carryOut } from "@/lib/comments/settle";
import { lockComment } from "@/lib/comments/move";
import { undoDecisions } from "@/lib/comments/undo";
import { withdrawComment } from "@/lib/comments/withdraw";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { mailComplaintAnswered } from "@/lib/mail/complaint-answered";
import { mailStatement } from "@/lib/mail/statement";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { answerComplaint } from "@/lib/statements/answer";
import { complain } from "@/lib/statements/complain";
import { countComplaints, openComplaints } from "@/lib/statements/newsroom";
import { COMPLAINT_DAYS, isRestriction, mayAnswer } from "@/lib/statements/policy";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const folder = () => path.join(config().DATA_DIR, "mail");
const mailed = () =>
  fs.existsSync(folder()) ? fs.readdirSync(folder()).map((name) => fs.readFileSync(path.join(folder(), name), "utf8")) : [];
afterEach(() => fs.rmSync(folder(), { recursive: true, force: true }));

const sender = { ip: "192.0.2.44", agent: "test" };

async function made(status: "pending" | "approved" = "approved", hasAddress = true) {
  const { id: postId } = await makePost({ status: "published", title: "Brücken" });
  const contact = hasAddress ? { create: sealContact("ada@example.org", sender) } : undefined;
  const { id } = await makeComment({ postId, status, body: "My own words", contact });
  return { id, key: receiptKey(id) };
}

const statement = async (key: string, now?: Date) => (await ownReply(key, now))?.statements[0] ?? null;
const moderator = () => makeUser({ role: "moderator", signsIn: true });
const after = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A reply that was rejected, with who did it. */
async function rejected(given: { reason?: string; ground?: string } = { reason: "Please stay with the subject." }) {
  const comment = await made();
  const first = await moderator();
  const done = await rejectComment(first, { id: comment.id, from: "approved", ...given });
  if (!done.ok) throw new Error(done.error);
  return { ...comment, first, event: done.event };
}

async function complained(text = "That is not so.") {
  const reply = await rejected();
  expect(await complain(reply.key, { statement: (await statement(reply.key))?.id, text })).toEqual({ ok: true });
  const { id } = await privateDb.complaint.findFirstOrThrow({ where: { statement: { commentId: reply.id } } });
  return { ...reply, complaintId: id };
}

test.each([
  ["approved", "pending", true],
  ["approved", "rejected", true],
  ["approved", "spam", true],
  ["approved", "trash", true],
  ["pending", "rejected", true],
  ["pending", "spam", true],
  ["pending", "trash", true],
  ["pending", "approved", false],
  ["approved", "approved", false],
  ["pending", "pending", false],
  ["spam", "trash", false],
  ["trash", "rejected", false],
  ["rejected", "pending", false],
  ["rejected", "approved", false],
] as const)("from %s to %s: whether a reply is restricted is %s", (from, to, expected) => {
  expect(isRestriction(from, to)).toBe(expected);
});

test.each([
  ["rejected", rejectComment],
  ["spam", markCommentAsSpam],
  ["trash", trashComment],
  ["pending", unapproveComment],
] as const)("who took a public reply off the page (%s) tells its author what, how and on what ground", async (to, act) => {
  const { id, key } = await made();
  expect(await act(await moderator(), { id, from: "approved" })).toMatchObject({ ok: true });
  expect(await statement(key)).toMatchObject({
    to,
    wasPublic: true,
    ground: "guidelines",
    explanation: null,
    isAutomated: false,
    wasFlagged: false,
    wasReported: false,
    complaint: null,
  });
});

test("whoever only tidies the lists of what is not public leaves the reasons stated, and open to a complaint", async () => {
  const { id, key } = await made();
  const staff = await moderator();
  await rejectComment(staff, { id, from: "approved", reason: "Off topic." });
  await trashComment(staff, { id, from: "rejected" });
  const told = await statement(key);
  expect(told).toMatchObject({ to: "rejected", wasPublic: true, explanation: "Off topic." });
  const { id: statementId } = await privateDb.statement.findFirstOrThrow({ where: { commentId: id } });
  await markCommentAsSpam(staff, { id, from: "trash" });
  await mailStatement({ statementId });
  expect(mailed(), "not what was found to be spam").toHaveLength(0);
  await trashComment(staff, { id, from: "spam" });
  await mailStatement({ statementId });
  expect(mailed()).toHaveLength(1);
  expect(await complain(key, { statement: told?.id, text: "It is not." })).toEqual({ ok: true });
});

test("what led to it is told: reports of readers, or a check that had fired; and that a rule decided where one did", async () => {
  const reported = await made();
  await reportComment(sender, { key: newReportKey(reported.id), reason: "insult" });
  await rejectComment(await moderator(), { id: reported.id, from: "approved" });
  expect(await statement(reported.key)).toMatchObject({ wasReported: true, wasFlagged: false });
  const flagged = await made("pending");
  await privateDb.commentCheck.create({ data: { commentId: flagged.id, position: 0, rule: "manyLinks", score: 3 } });
  await privateDb.$transaction(async (tx) => {
    const comment = await lockComment(tx, flagged.id);
    if (comment) await carryOut(tx, comment, { status: "spam", rule: "spamWords" });
  });
  expect(await statement(flagged.key)).toMatchObject({
    to: "spam",
    wasPublic: false,
    wasFlagged: true,
    wasReported: false,
    isAutomated: true,
  });
});

test("by the law none is turned down without a word on which and why", async () => {
  const { id, key } = await made();
  const actor = await moderator();
  const refusal = await rejectComment(actor, { id, from: "approved", ground: "law", reason: " " });
  expect(refusal).toEqual({ ok: false, error: "invalid", fields: { reason: ["required"] } });
  await rejectComment(actor, { id, from: "approved", ground: "law", reason: "Section 130." });
  expect(await statement(key)).toMatchObject({ ground: "law", explanation: "Section 130." });
});

test("nothing is stated where no address is kept, where a decision is taken back, and once the reply is public again", async () => {
  const unknown = await made("approved", false);
  await rejectComment(await moderator(), { id: unknown.id, from: "approved" });
  expect(await privateDb.statement.count({ where: { commentId: unknown.id } })).toBe(0);
  const undone = await rejected();
  await undoDecisions(undone.first, { events: [undone.event] });
  expect(await statement(undone.key)).toBeNull();
  const again = await rejected();
  await approveComment(again.first, { id: again.id, from: "rejected" });
  expect(await statement(again.key)).toBeNull();
});

test("the statement is mailed once, unless it was taken back or is about spam, and holds nothing of the reply", async () => {
  const { id, first, event } = await rejected();
  const { id: statementId } = await privateDb.statement.findFirstOrThrow({ where: { commentId: id } });
  await mailStatement({ statementId });
  await mailStatement({ statementId });
  expect(mailed()).toHaveLength(1);
  expect(mailed()[0]).toContain("To: ada@example.org");
  expect(mailed()[0]).toContain("Please stay with the subject.");
  expect(mailed()[0]).toMatch(/complain/);
  expect(mailed()[0]).not.toContain("My own words");
  fs.rmSync(folder(), { recursive: true });
  await undoDecisions(first, { events: [event] });
  const again = await trashComment(first, { id, from: "approved" });
  if (!again.ok) throw new Error(again.error);
  await undoDecisions(first, { events: [again.event] });
  const { id: undone } = await privateDb.statement.findUniqueOrThrow({ where: { eventId: again.event } });
  await mailStatement({ statementId: undone });
  expect(mailed()).toEqual([]);
  const queued = () => privateDb.$queryRaw<unknown[]>`select from pgboss.job where name = 'mail.statement'`;
  const before = (await queued()).length;
  await markCommentAsSpam(first, { id, from: "approved" });
  expect(await queued()).toHaveLength(before);
});

test("a complaint is one click, once, for six months", async () => {
  const { key } = await rejected();
  const of = { statement: (await statement(key))?.id };
  expect(await complain(key, of, after(COMPLAINT_DAYS + 0.01))).toEqual({ ok: false, error: "closed" });
  expect(await complain(key, { ...of, text: "x".repeat(5001) })).toMatchObject({ fields: { text: ["tooLong"] } });
  expect(await complain(key, of, after(COMPLAINT_DAYS - 0.01))).toEqual({ ok: true });
  expect(await complain(key, of), "the same once more").toEqual({ ok: true });
  expect(await complain(key, { ...of, text: "Again." })).toEqual({ ok: false, error: "complainedBefore" });
  expect(await statement(key)).toMatchObject({ complainUntil: null, complaint: { decidedAt: null, outcome: null } });
  expect(await dataOfReply(key)).toMatchObject({ statements: [{ to: "rejected", complaint: { text: null } }] });
  expect(await complain("x", {})).toEqual({ ok: false, error: "notFound" });
  const open = await made("pending");
  expect(await complain(open.key, {}), "nothing was decided").toEqual({ ok: false, error: "closed" });
});

test("a complaint that is sent again is one; another text is refused, and does not take the first one's place", async () => {
  const { id, key } = await complained("That is not so.");
  const of = { statement: (await statement(key))?.id };
  for (const text of [" That is not so. ", "", undefined]) expect(await complain(key, { ...of, text })).toEqual({ ok: true });
  expect(await complain(key, { ...of, text: "From another tab." })).toEqual({ ok: false, error: "complainedBefore" });
  expect(await privateDb.complaint.findMany({ where: { statement: { commentId: id } } })).toMatchObject([{ text: "That is not so." }]);
});

test.each([
  ["another moderator", "moderator", false, true, true],
  ["who decided, as long as others are there", "administrator", true, true, false],
  ["an administrator alone, on their own decision", "administrator", true, false, true],
  ["a moderator alone, on their own decision", "moderator", true, false, false],
] as const)("may answer a complaint: %s", (_who, role, isFirst, hasOthers, expected) => {
  const actor = { id: newId(), name: "Ada", role };
  expect(mayAnswer(actor, { firstId: isFirst ? actor.id : newId(), hasOthers })).toBe(expected);
  expect(mayAnswer(actor, { firstId: null, hasOthers }), "where a rule decided").toBe(true);
});

test("another person overturns a decision: the reply is public, its author is told why, and the ledger holds both", async () => {
  const { id, key, first, complaintId } = await complained();
  const answer = { id: complaintId, outcome: "overturned", answer: "You are right." };
  expect(await answerComplaint(first, answer)).toEqual({ ok: false, error: "ownDecision" });
  expect(await answerComplaint(await makeUser({ role: "author" }), answer)).toEqual({ ok: false, error: "forbidden" });
  const second = await moderator();
  expect(await answerComplaint(second, { ...answer, answer: " " })).toMatchObject({ fields: { answer: ["required"] } });
  expect(await answerComplaint(second, answer)).toEqual({ ok: true });
  expect(await answerComplaint(second, answer)).toEqual({ ok: false, error: "alreadyDecided" });
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "approved" });
  expect(await statement(key)).toMatchObject({ complaint: { outcome: "overturned", answer: "You are right." } });
  const acts = await privateDb.auditEvent.findMany({
    where: { actorId: second.id },
    select: { act: true, subjectId: true },
    orderBy: { at: "asc" },
  });
  expect(acts).toEqual([
    { act: "complaint.overturn", subjectId: complaintId },
    { act: "comment.approve", subjectId: id },
  ]);
  await mailComplaintAnswered({ complaintId });
  await mailComplaintAnswered({ complaintId });
  expect(mailed()).toHaveLength(1);
  expect(mailed()[0]).toContain("You are right.");
});

test("a decision of which its author complains is not taken back, but answered", async () => {
  const { id, first, event } = await complained();
  expect(await undoDecisions(first, { events: [event] })).toMatchObject({ decided: [{ error: "complained" }] });
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "rejected" });
});

test("a decision that stands stays, with its answer", async () => {
  const { id, key, complaintId } = await complained();
  await answerComplaint(await moderator(), { id: complaintId, outcome: "upheld", answer: "We stay with it." });
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "rejected" });
  expect(await statement(key)).toMatchObject({ complaint: { outcome: "upheld", answer: "We stay with it." } });
});

test("the desk lists complaints that wait, each once over all pages, and says which the actor may answer", async () => {
  const { id, first, complaintId } = await complained("Why?");
  const others = Array.from({ length: 27 }, newId);
  await privateDb.statement.createMany({
    data: others.map((each) => ({
      id: each,
      commentId: id,
      eventId: newId(),
      to: "rejected",
      wasPublic: true,
      ground: "guidelines",
      isAutomated: false,
      wasFlagged: false,
      wasReported: false,
      undoneAt: new Date(),
    })),
  });
  const at = new Date();
  await privateDb.complaint.createMany({ data: others.map((statementId) => ({ statementId, createdAt: at })) });
  const seen = [];
  for (let after: string | null | undefined = undefined; after !== null;) {
    const page = await openComplaints(first, { after });
    if (!page.ok) throw new Error(page.error);
    seen.push(...page.complaints);
    after = page.next;
  }
  expect(new Set(seen.map((each) => each.id)).size).toBe(seen.length);
  expect(await countComplaints(first)).toBe(seen.length);
  const own = seen.find((each) => each.id === complaintId);
  expect(own).toMatchObject({ text: "Why?", mayAnswer: false, decision: { who: first.name, to: "rejected" } });
  expect(seen.length).toBeGreaterThan(27);
  expect(await openComplaints(await makeUser({ role: "author" }), {})).toEqual({ ok: false, error: "forbidden" });
  expect(await openComplaints(first, { after: ["x"] })).toMatchObject({ ok: true });
  await privateDb.statement.deleteMany({ where: { id: { in: others } } });
});

test("what one may still complain of is not deleted for its age, nor what was complained of and not answered", async () => {
  const [told, spam, open] = [await rejected(), await made(), await complained()];
  await markCommentAsSpam(told.first, { id: spam.id, from: "approved" });
  const left = async () =>
    (await privateDb.comment.findMany({ where: { id: { in: [told.id, spam.id, open.id] } }, select: { id: true } })).map(({ id }) => id);
  await forgetRefused(90, after(91));
  expect((await left()).sort()).toEqual([told.id, open.id].sort());
  await forgetRefused(90, after(COMPLAINT_DAYS + 1));
  expect(await left()).toEqual([open.id]);
});

test("what its author takes back leaves no statement and no complaint", async () => {
  const { id, key, complaintId } = await complained();
  await withdrawComment(key);
  expect(await privateDb.statement.count({ where: { commentId: id } })).toBe(0);
  expect(await answerComplaint(await moderator(), { id: complaintId, outcome: "upheld", answer: "x" })).toMatchObject({
    error: "notFound",
  });
});
