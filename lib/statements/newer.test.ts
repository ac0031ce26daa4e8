import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { approveComment, markCommentAsSpam, rejectComment, trashComment, unapproveComment } from "@/lib/comments/moderate";
import { ownReply } from "@/lib/comments/own";
import { textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { config } from "@/lib/config";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { mailComplaintAnswered } from "@/lib/mail/complaint-answered";
import { complainOfReport } from "@/lib/reports/complain";
import { dismissReports } from "@/lib/reports/dismiss";
import { newReportKey, ownReport } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { answerComplaint } from "@/lib/statements/answer";
import { complain } from "@/lib/statements/complain";
import { openComplaints } from "@/lib/statements/newsroom";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const folder = () => path.join(config().DATA_DIR, "mail");
afterEach(() => fs.rmSync(folder(), { recursive: true, force: true }));

/** The one mail on how a complaint was answered, in one line. */
async function mailOf(complaintId: string) {
  await mailComplaintAnswered({ complaintId });
  const mails = fs.readdirSync(folder()).map((name) => fs.readFileSync(path.join(folder(), name), "utf8"));
  expect(mails).toHaveLength(1);
  return mails[0]?.replace(/=\n/g, "").replace(/\s+/g, " ");
}

const moderator = () => makeUser({ role: "moderator", signsIn: true });
const status = async (id: string) => (await privateDb.comment.findUniqueOrThrow({ where: { id } })).status;

let networks = 0;
const network = () => ({ ip: `2001:db8:ee:${++networks}::7`, agent: "test" });

async function published(was: CommentStatus = "approved") {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.48", agent: "test" }) };
  const { id } = await makeComment({ postId, status: was, body: "Ask Mr Smith, the crook.", contact });
  const [first, second, third] = [await moderator(), await moderator(), await moderator()];
  const act = async (how: typeof rejectComment, from: CommentStatus, reason?: string) => {
    const done = await how(second, { id, from, reason });
    if (!done.ok) throw new Error(done.error);
    return done.event;
  };
  const overturn = (complaintId: string) =>
    answerComplaint(third, { id: complaintId, outcome: "overturned", answer: "The first decision was wrong." });
  const shown = async (complaintId: string) => {
    const found = await openComplaints(third, {});
    return found.ok ? found.complaints.find((each) => each.id === complaintId) : undefined;
  };
  return { id, key: receiptKey(id), first, second, act, overturn, shown };
}

/** A reply that was rejected, of which its author complains. */
async function contested(made?: Awaited<ReturnType<typeof published>>) {
  const reply = made ?? (await published());
  const { id, first, key } = reply;
  await rejectComment(first, { id, from: "approved", reason: "One." });
  const told = (await ownReply(key))?.statements[0];
  expect(await complain(key, { statement: told?.id, text: "That is not so." })).toEqual({ ok: true });
  const { id: complaintId } = await privateDb.complaint.findFirstOrThrow({ where: { statementId: told?.id } });
  return { ...reply, complaintId };
}

/** A reply that a reader reported and a moderator left, of which that reader complains; and what was decided in between. */
async function left(between: [typeof rejectComment, CommentStatus][] = []) {
  const reply = await published();
  const { id, first } = reply;
  const report = async (email = "grace@example.org") => {
    const sent = await reportComment(network(), { key: newReportKey(id), reason: "insult", email });
    if (!sent.ok) throw new Error(sent.error);
    return sent.receipt;
  };
  const receipt = await report();
  const dismiss = () => dismissReports(first, { id });
  await dismiss();
  for (const [how, from] of between) await reply.act(how, from);
  expect(await complainOfReport(receipt, { text: "Read it again." })).toEqual({ ok: true });
  const { id: complaintId } = await privateDb.complaint.findFirstOrThrow({ where: { report: { reportCase: { commentId: id } } } });
  const cut = async (kind: string, body: string, answers = false) => {
    const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
    const done = await editAsStaff(first, { id, from: "approved", seen: textVersion(editedAt), body, kind, answers });
    if (!done.ok) throw new Error(done.error);
    return done.event;
  };
  return { ...reply, receipt, complaintId, report, dismiss, cut };
}

test.each([
  [
    "rejected once more",
    "rejected",
    [
      [approveComment, "rejected"],
      [rejectComment, "approved"],
    ],
  ],
  [
    "let wait again and then put into the trash",
    "trash",
    [
      [unapproveComment, "rejected"],
      [trashComment, "pending"],
    ],
  ],
  [
    "taken off the page to be read again",
    "pending",
    [
      [approveComment, "rejected"],
      [unapproveComment, "approved"],
    ],
  ],
] as const)("a reply that was %s since stays so, whatever is found of the first decision, and everybody is told", async (_, to, moves) => {
  const { id, key, act, overturn, shown, complaintId, second } = await contested();
  expect((await shown(complaintId))?.newer).toBeNull();
  for (const [how, from] of moves) await act(how, from, "Two.");
  expect(await shown(complaintId), "whoever answers sees it before").toMatchObject({ newer: { who: second.name, to } });
  expect((await ownReply(key))?.statements, "both are told").toMatchObject([
    { to, complaint: null },
    { to: "rejected", complaint: { outcome: null } },
  ]);
  expect(await overturn(complaintId)).toEqual({ ok: true, isHeld: true });
  expect(await status(id)).toBe(to);
  const statements = (await ownReply(key))?.statements;
  expect(statements).toMatchObject([
    { to, complaint: null, complainUntil: expect.any(Date) as Date, newerAt: null },
    { to: "rejected", complaint: { outcome: "overturned" }, newerAt: expect.any(Date) as Date },
  ]);
  expect(await complain(key, { statement: statements?.[0]?.id }), "of the newer one, too").toEqual({ ok: true });
  expect(await mailOf(complaintId)).toContain("newer decision holds");
});

test.each([
  ["into the trash", [[trashComment, "rejected"]]],
  [
    "to the spam and into the trash",
    [
      [markCommentAsSpam, "rejected"],
      [trashComment, "spam"],
    ],
  ],
  ["back to those that wait", [[unapproveComment, "rejected"]]],
] as const)("whoever tidies a rejected reply %s decides nothing anew: it is published where its author is right", async (_, moves) => {
  const { id, key, act, overturn, shown, complaintId } = await contested();
  for (const [how, from] of moves) await act(how, from);
  expect((await shown(complaintId))?.newer).toBeNull();
  expect((await ownReply(key))?.statements, "stated once").toMatchObject([{ to: "rejected", complaint: { outcome: null } }]);
  expect(await overturn(complaintId)).toEqual({ ok: true });
  expect(await status(id)).toBe("approved");
  expect(await mailOf(complaintId)).not.toContain("newer decision");
});

test("what was restricted anew and tidied away then stays so by that newer decision", async () => {
  const { id, key, act, overturn, shown, complaintId } = await contested();
  await act(approveComment, "rejected");
  await act(rejectComment, "approved", "Two.");
  await act(trashComment, "rejected");
  const newer = (await ownReply(key))?.statements[0];
  expect(newer).toMatchObject({ to: "rejected", explanation: "Two.", complaint: null, complainUntil: expect.any(Date) as Date });
  expect(await shown(complaintId)).toMatchObject({ newer: { to: "rejected" } });
  expect(await overturn(complaintId)).toEqual({ ok: true, isHeld: true });
  expect(await status(id)).toBe("trash");
  expect(await complain(key, { statement: newer?.id }), "of the newer one, too").toEqual({ ok: true });
  expect(await mailOf(complaintId)).toContain("newer decision holds");
});

test("what came before a complaint is no newer decision where the clock that numbered that was behind", async () => {
  const reply = await published("pending");
  await reply.act(approveComment, "pending");
  const { id, overturn, shown, complaintId: numbered } = await contested(reply);
  const complaintId = numbered.replace(/^.{8}/, "01900000");
  await privateDb.complaint.update({ where: { id: numbered }, data: { id: complaintId } });
  expect((await shown(complaintId))?.newer).toBeNull();
  expect(await overturn(complaintId)).toEqual({ ok: true });
  expect(await status(id)).toBe("approved");
});

test("what was decided since and taken back again is none; a reply that is public again stays so", async () => {
  const undone = await contested();
  const event = await undone.act(approveComment, "rejected");
  await undoDecisions(undone.second, { events: [event] });
  expect((await undone.shown(undone.complaintId))?.newer).toBeNull();
  expect(await undone.overturn(undone.complaintId)).toEqual({ ok: true });
  expect(await status(undone.id)).toBe("approved");
  expect(await mailOf(undone.complaintId)).not.toContain("newer decision");
  const seen = await contested();
  await seen.act(approveComment, "rejected");
  expect(await seen.shown(seen.complaintId)).toMatchObject({ newer: { to: "approved" } });
  expect(await seen.overturn(seen.complaintId)).toEqual({ ok: true });
  expect(await status(seen.id)).toBe("approved");
  expect((await ownReply(seen.key))?.statements).toMatchObject([{ newerAt: null }]);
});

test("a reply that its author changed once it was public again is not published unread", async () => {
  const { id, key, act, overturn, complaintId } = await contested();
  await act(approveComment, "rejected");
  await privateDb.comment.update({ where: { id }, data: { status: "pending", body: "Changed" } });
  await overturn(complaintId);
  expect(await status(id)).toBe("pending");
  expect((await ownReply(key))?.statements, "the newsroom did not decide that").toMatchObject([{ newerAt: null }]);
});

test("a reply that was rejected and published since a report was dismissed stays, and who reported it is told", async () => {
  const { id, receipt, act, overturn, shown, complaintId } = await left();
  await act(rejectComment, "approved");
  await act(approveComment, "rejected");
  expect(await shown(complaintId)).toMatchObject({ newer: { to: "approved" } });
  expect(await overturn(complaintId)).toEqual({ ok: true, isHeld: true });
  expect(await status(id)).toBe("approved");
  expect(await ownReport(receipt)).toMatchObject({ complaint: { outcome: "overturned" }, newerAt: expect.any(Date) as Date });
  expect(await mailOf(complaintId)).toContain("newer decision holds");
});

test("so does one of which a part was taken out for later reports, but not one that was changed without them, or left again", async () => {
  const cut = await left();
  await cut.report("other@example.org");
  await cut.cut("guidelines", "Ask Mr Smith.", true);
  expect(await cut.shown(cut.complaintId)).toMatchObject({ newer: { to: null } });
  expect(await cut.overturn(cut.complaintId)).toEqual({ ok: true, isHeld: true });
  expect(await status(cut.id)).toBe("approved");
  const same = await left();
  await same.cut("correction", "Ask Mr. Smith, the crook.");
  await same.report("other@example.org");
  await same.dismiss();
  await same.cut("guidelines", "Ask Mr Smith, the");
  await same.report("third@example.org");
  await undoDecisions(same.first, { events: [await same.cut("guidelines", "Ask.", true)] });
  expect((await same.shown(same.complaintId))?.newer).toBeNull();
  expect(await same.overturn(same.complaintId)).toEqual({ ok: true });
  expect(await status(same.id)).toBe("rejected");
  expect(await ownReport(same.receipt)).toMatchObject({ newerAt: null });
  expect(await mailOf(same.complaintId)).toContain("it is taken off");
});

test("what was decided on a reported reply before anybody complained is no newer decision", async () => {
  const { id, overturn, shown, complaintId } = await left([
    [rejectComment, "approved"],
    [approveComment, "rejected"],
  ]);
  expect((await shown(complaintId))?.newer).toBeNull();
  expect(await overturn(complaintId)).toEqual({ ok: true });
  expect(await status(id)).toBe("rejected");
  expect(await mailOf(complaintId)).toContain("it is taken off");
});

test("nor is a part that was taken out for later reports and put back since", async () => {
  const { id, report, cut, overturn, shown, complaintId } = await left();
  await report("other@example.org");
  await cut("guidelines", "Ask Mr Smith.", true);
  await cut("restoration", "Ask Mr Smith, the crook.");
  expect((await shown(complaintId))?.newer).toBeNull();
  expect(await overturn(complaintId)).toEqual({ ok: true });
  expect(await status(id)).toBe("rejected");
});

test("nor is one from a text that its author has changed since", async () => {
  const { id, report, cut, overturn, shown, complaintId } = await left();
  await report("other@example.org");
  await cut("guidelines", "Ask Mr Smith.", true);
  expect(await shown(complaintId)).toMatchObject({ newer: { to: null } });
  await privateDb.comment.update({ where: { id }, data: { body: "Ask the crook.", editedAt: new Date(), editedByStaff: false } });
  expect((await shown(complaintId))?.newer).toBeNull();
  expect(await overturn(complaintId)).toEqual({ ok: true });
  expect(await status(id)).toBe("rejected");
});

test("where a report's dismissal stands, its sender is told that of the decision: the reply may be off the page by then", async () => {
  const { act, complaintId } = await left();
  await act(rejectComment, "approved");
  await answerComplaint(await moderator(), { id: complaintId, outcome: "upheld", answer: "It was no insult." });
  const mail = await mailOf(complaintId);
  expect(mail).toContain("Another person looked at it: the decision on your report stands. You may also turn");
});

test("what was called spam and is then turned down for a reason of its own is decided anew: stated, and not overturned with the first", async () => {
  const reply = await published();
  const { id, key, first, act, overturn } = reply;
  await markCommentAsSpam(first, { id, from: "approved" });
  const told = (await ownReply(key))?.statements[0];
  expect(await complain(key, { statement: told?.id, text: "That is no spam." })).toEqual({ ok: true });
  const { id: complaintId } = await privateDb.complaint.findFirstOrThrow({ where: { statementId: told?.id } });
  await act(trashComment, "spam");
  await act(rejectComment, "trash", "It insults a person.");
  expect((await ownReply(key))?.statements[0]).toMatchObject({ to: "rejected", wasPublic: true, explanation: "It insults a person." });
  expect(await overturn(complaintId)).toEqual({ ok: true, isHeld: true });
  expect(await status(id)).toBe("rejected");
});

test("a complaint that is right publishes no text that nobody read", async () => {
  const { id, complaintId, act, shown } = await contested();
  const { seen } = (await shown(complaintId))?.comment ?? {};
  await act(unapproveComment, "rejected");
  await privateDb.comment.update({ where: { id }, data: { body: "Another text.", editedAt: new Date() } });
  const answer = { id: complaintId, outcome: "overturned", answer: "You were right." };
  const third = await moderator();
  expect(await answerComplaint(third, { ...answer, seen })).toEqual({ ok: false, error: "staleVersion" });
  expect(await status(id)).toBe("pending");
  const now = (await shown(complaintId))?.comment.seen;
  expect(await answerComplaint(third, { ...answer, seen: now })).toEqual({ ok: true });
  expect(await status(id)).toBe("approved");
});

test("for who reported it, that a reply was let wait to be read again is no newer decision", async () => {
  const { id, complaintId, act, overturn } = await left();
  await act(unapproveComment, "approved");
  expect(await overturn(complaintId)).toEqual({ ok: true });
  expect(await status(id)).toBe("rejected");
});
