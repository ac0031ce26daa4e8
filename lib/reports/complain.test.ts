import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { eraseComment } from "@/lib/comments/erase";
import { sealContact } from "@/lib/comments/contact";
import { undoDecisions } from "@/lib/comments/undo";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailComplaintAnswered } from "@/lib/mail/complaint-answered";
import { complainOfReport } from "@/lib/reports/complain";
import { dismissReports } from "@/lib/reports/dismiss";
import { forgetReporters } from "@/lib/reports/forget";
import { newReportKey, ownReport } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { answerComplaint } from "@/lib/statements/answer";
import { countComplaints, openComplaints } from "@/lib/statements/newsroom";
import { COMPLAINT_DAYS } from "@/lib/statements/policy";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const folder = () => path.join(config().DATA_DIR, "mail");
const mailed = () =>
  fs.existsSync(folder()) ? fs.readdirSync(folder()).map((name) => fs.readFileSync(path.join(folder(), name), "utf8")) : [];
afterEach(() => fs.rmSync(folder(), { recursive: true, force: true }));

let addresses = 0;
const after = (days: number) => new Date(Date.now() + days * 86_400_000);
const moderator = () => makeUser({ role: "moderator", signsIn: true });

const REPORTER = { email: "reporter@example.org", name: "Grace Hopper", goodFaith: "on" };

/** A reply that a reader reported and a moderator left on the page. */
async function dismissed(reason = "insult") {
  const { id: postId } = await makePost({ status: "published", title: "Brücken" });
  const contact = { create: sealContact("author@example.org", { ip: "192.0.2.9", agent: "test" }) };
  const { id: commentId } = await makeComment({ postId, status: "approved", body: "My own words", contact });
  const typed = { key: newReportKey(commentId), reason, explanation: "It says so.", ...REPORTER };
  const sent = await reportComment({ ip: `198.51.${addresses++}.7`, agent: "test" }, typed);
  if (!sent.ok) throw new Error(sent.error);
  const first = await moderator();
  const found = await dismissReports(first, { id: commentId });
  if (!found.ok) throw new Error(found.error);
  return { commentId, key: sent.receipt, first, event: found.event };
}

async function complained(text = "Read it again.", reason?: string) {
  const found = await dismissed(reason);
  expect(await complainOfReport(found.key, { text })).toEqual({ ok: true });
  const { id: complaintId } = await privateDb.complaint.findFirstOrThrow({
    where: { report: { reportCase: { commentId: found.commentId } } },
  });
  return { ...found, complaintId };
}

test("who reported a reply complains once that it stays, within six months; the desk shows it beside those of authors", async () => {
  const { key, commentId, first } = await dismissed();
  expect((await ownReport(key))?.complainUntil).toBeInstanceOf(Date);
  expect((await ownReport(key, after(COMPLAINT_DAYS + 1)))?.complainUntil).toBeNull();
  expect(await complainOfReport(key, { text: "Late" }, after(COMPLAINT_DAYS + 1))).toEqual({ ok: false, error: "closed" });
  const before = await countComplaints(first);
  const heard = await heardDuring(async () => {
    expect(await complainOfReport(key, { text: "Read it again." })).toEqual({ ok: true });
    expect(await complainOfReport(key, { text: "Read it again." })).toEqual({ ok: true });
    expect(await complainOfReport(key, {})).toEqual({ ok: true });
    expect(await complainOfReport(key, { text: "Once more" })).toEqual({ ok: false, error: "complainedBefore" });
  });
  const { id } = await privateDb.complaint.findFirstOrThrow({ where: { report: { reportCase: { commentId } } }, select: { id: true } });
  expect(heard, "the open desks hear of it, once").toEqual([tags.opened(id)]);
  expect(await countComplaints(first)).toBe(before + 1);
  expect(await ownReport(key)).toMatchObject({ complaint: { outcome: null, text: "Read it again." }, complainUntil: null });
  const other = await moderator();
  const shown = async (actor = other) => {
    const found = await openComplaints(actor, {});
    return found.ok ? found.complaints.find(({ comment }) => comment.id === commentId) : undefined;
  };
  expect(await shown()).toMatchObject({
    text: "Read it again.",
    mayAnswer: true,
    decision: null,
    report: { reason: "insult", explanation: "It says so." },
  });
  expect((await shown(first))?.mayAnswer).toBe(false);
  expect(JSON.stringify(await shown())).not.toMatch(/@/);
});

test("nobody complains of what was not dismissed, nor with a key that is not ours", async () => {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "approved" });
  const sent = await reportComment({ ip: "203.0.113.8", agent: "test" }, { key: newReportKey(id), reason: "other" });
  expect(sent.ok && (await complainOfReport(sent.receipt, {}))).toEqual({ ok: false, error: "closed" });
  expect(await complainOfReport("forged", {})).toEqual({ ok: false, error: "notFound" });
  expect(await complainOfReport("forged", { text: "x".repeat(5_001) })).toMatchObject({
    error: "invalid",
    fields: { text: ["tooLong"] },
  });
});

test("another person takes the reply off the page: its author is told why, who reported it is told by mail", async () => {
  const { commentId, complaintId, first } = await complained();
  const right = { id: complaintId, outcome: "overturned", answer: "It is an insult." };
  expect(await answerComplaint(first, right)).toEqual({ ok: false, error: "ownDecision" });
  const second = await moderator();
  expect(await answerComplaint(second, right)).toEqual({ ok: true });
  expect(await answerComplaint(second, right)).toEqual({ ok: false, error: "alreadyDecided" });
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
    status: "rejected",
    reason: "It is an insult.",
  });
  expect(await privateDb.statement.findFirst({ where: { commentId } })).toMatchObject({ wasPublic: true, explanation: "It is an insult." });
  await mailComplaintAnswered({ complaintId });
  await mailComplaintAnswered({ complaintId });
  const [mail, ...others] = mailed();
  expect(others).toEqual([]);
  expect(mail).toMatch(/^To: reporter@example\.org/m);
  expect(mail).toContain("You were right: it is taken off.");
  expect(mail).toContain("/receipts/report/");
  expect(mail).toMatch(/article\s+21/);
  expect(mail).not.toContain("author@example.org");
});

test.each([
  ["illegal", undefined, "law"],
  ["insult", undefined, "guidelines"],
  ["illegal", "guidelines", "guidelines"],
  ["insult", "law", "law"],
])("what was reported as %s and goes off the page on the ground %s is stated to its author as %s", async (reason, ground, stated) => {
  const { commentId, complaintId } = await complained("Read it again.", reason);
  const answer = { id: complaintId, outcome: "overturned", answer: "Section 185.", ground };
  expect(await answerComplaint(await moderator(), { ...answer, ground: "taste" })).toMatchObject({ fields: { ground: ["invalidChoice"] } });
  expect(await answerComplaint(await moderator(), answer)).toEqual({ ok: true });
  expect(await privateDb.statement.findFirst({ where: { commentId } })).toMatchObject({ ground: stated, explanation: "Section 185." });
});

test("what somebody complains of is answered, not taken back: neither by the same moderator nor by another", async () => {
  const { first, event, commentId } = await complained();
  for (const actor of [first, await moderator()])
    expect(await undoDecisions(actor, { events: [event] })).toMatchObject({ decided: [{ error: "complained" }] });
  expect(await privateDb.reportCase.findFirst({ where: { commentId } })).toMatchObject({ outcome: "dismissed" });
  const left = await dismissed();
  expect(await undoDecisions(left.first, { events: [left.event] })).toMatchObject({ decided: [{ ok: true }] });
});

test("a complaint that is wrong leaves the reply; its words go with what is kept of the reporter, the number stays", async () => {
  const { commentId, key, complaintId } = await complained();
  await answerComplaint(await moderator(), { id: complaintId, outcome: "upheld", answer: "It may stay." });
  expect((await privateDb.comment.findUniqueOrThrow({ where: { id: commentId } })).status).toBe("approved");
  expect((await ownReport(key))?.complaint).toMatchObject({ outcome: "upheld", answer: "It may stay." });
  await forgetReporters(after(COMPLAINT_DAYS - 1));
  expect((await ownReport(key))?.complaint?.answer).toBe("It may stay.");
  await forgetReporters(after(COMPLAINT_DAYS + 1));
  expect(await privateDb.complaint.findUniqueOrThrow({ where: { id: complaintId } })).toMatchObject({
    byReporter: true,
    reportId: null,
    text: null,
    answer: null,
    outcome: "upheld",
  });
});

test("a complaint ends with the reply, be it taken back by its author or gone; one that waits is not forgotten", async () => {
  const [taken, gone, waiting] = [await complained(), await complained(), await complained()];
  await privateDb.$transaction((tx) => eraseComment(tx, taken.commentId));
  await privateDb.comment.delete({ where: { id: gone.commentId } });
  await forgetReporters(after(COMPLAINT_DAYS + 1));
  const outcome = async (id: string) => (await privateDb.complaint.findUniqueOrThrow({ where: { id } })).outcome;
  expect([await outcome(taken.complaintId), await outcome(gone.complaintId), await outcome(waiting.complaintId)]).toEqual([
    "withdrawn",
    "withdrawn",
    null,
  ]);
  expect((await privateDb.complaint.findUniqueOrThrow({ where: { id: waiting.complaintId } })).text).toBe("Read it again.");
});
