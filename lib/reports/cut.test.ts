import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { sealContact } from "@/lib/comments/contact";
import { commentsOf } from "@/lib/comments/desk/queued";
import { editComment } from "@/lib/comments/edit";
import { approveComment, rejectComment } from "@/lib/comments/moderate";
import { editVersion, textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailReportDecided } from "@/lib/mail/report-decided";
import { complainOfReport } from "@/lib/reports/complain";
import { reportedReplies } from "@/lib/reports/newsroom";
import { newReportKey, ownReport } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { answerComplaint } from "@/lib/statements/answer";
import { complain } from "@/lib/statements/complain";
import { openComplaints } from "@/lib/statements/newsroom";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import type { Actor } from "@/lib/users/policy";

let senders = 0;

/** A public reply that a reader reported. */
async function reported() {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.47", agent: "test" }) };
  const { id } = await makeComment({ postId, body: "Ask Mr Smith, the crook.", status: "approved", contact });
  const actor = await makeUser({ role: "moderator" });
  const typed = { key: newReportKey(id), reason: "insult", email: "grace@example.org", name: "Grace", goodFaith: "on" };
  const sent = await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, typed);
  if (!sent.ok) throw new Error(sent.error);
  /** How many reports each change answered. */
  const answered: (number | undefined)[] = [];
  const reopened: (true | undefined)[] = [];
  const change = async (kind: string, body = "Ask Mr Smith.", answers = true, began?: Date | null) => {
    const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
    const seen = textVersion(began === undefined ? editedAt : began);
    const done = await editAsStaff(actor, { id, from: "approved", seen, body, kind, answers });
    if (!done.ok) throw new Error(done.error);
    answered.push(done.reports);
    reopened.push(done.isReopened);
    return done.event;
  };
  const outcome = async () => (await ownReport(sent.receipt))?.outcome ?? null;
  const isAtDesk = async () => {
    const listed = await reportedReplies(actor, {});
    return listed.ok && listed.reported.some(({ comment }) => comment.id === id);
  };
  const shown = async (by: Actor) => {
    const found = await openComplaints(by, {});
    return found.ok ? found.complaints.find(({ comment }) => comment.id === id) : undefined;
  };
  return { id, actor, change, answered, reopened, outcome, isAtDesk, shown, receipt: sent.receipt };
}

test("to take out a part of a reply can answer its reports, and says so to open desks; an undo opens both again", async () => {
  const { id, actor, change, outcome, isAtDesk } = await reported();
  let event = "";
  expect(
    await heardDuring(async () => {
      event = await change("guidelines");
    }),
  ).toContain(tags.settled(id, actor.id));
  expect([await outcome(), await isAtDesk()]).toEqual(["upheld", false]);
  expect(await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } })).toMatchObject({ wasReported: true });
  const heard = await heardDuring(() => undoDecisions(actor, { events: [event] }));
  expect(heard).toContain(tags.opened(id));
  expect([await outcome(), await isAtDesk()]).toEqual([null, true]);
});

test("whoever takes something out hears how many reports that answered, also where the button was pressed twice", async () => {
  const { id, change, answered } = await reported();
  const typed = { key: newReportKey(id), reason: "other" };
  expect(await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, typed)).toMatchObject({ ok: true });
  await change("correction", "Ask Mr. Smith, the crook.", false);
  const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
  const event = await change("guidelines");
  expect(await change("guidelines", "Ask Mr Smith.", true, editedAt)).toBe(event);
  await change("guidelines", "Ask.");
  expect(answered).toEqual([0, 2, 2, 0]);
});

test("a cut can answer later the reports that were open then, by whoever made it and without another change; nothing of it is dropped without a word", async () => {
  const { id, actor, change, outcome, isAtDesk } = await reported();
  const event = await change("guidelines", "Ask Mr Smith.", false);
  const save = async (by: Actor, answers: boolean) => {
    const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
    return editAsStaff(by, { id, from: "approved", seen: textVersion(editedAt), body: "Ask Mr Smith.", kind: "guidelines", answers });
  };
  const nothing = { ok: false, error: "duplicate" };
  expect(await save(actor, false)).toEqual(nothing);
  const colleague = await makeUser({ role: "moderator" });
  expect([await save(colleague, false), await save(colleague, true)], "no Undo of what is not theirs").toEqual([nothing, nothing]);
  expect(await outcome()).toBeNull();
  expect(await heardDuring(async () => expect(await save(actor, true)).toMatchObject({ event, reports: 1, isSame: true }))).toContain(
    tags.settled(id, actor.id),
  );
  expect([await outcome(), await isAtDesk()]).toEqual(["upheld", false]);
  expect(await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } })).toMatchObject({ wasReported: true });
  const later = { key: newReportKey(id), reason: "other" };
  await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, later);
  expect(await save(actor, true), "what was reported since is about the rest").toEqual(nothing);
  expect(await isAtDesk()).toBe(true);
  expect(await undoDecisions(actor, { events: [event] })).toMatchObject({ decided: [{ ok: true }] });
  expect([await outcome(), await isAtDesk()]).toEqual([null, true]);
});

test("a report that came in since the form was opened is not answered unread", async () => {
  const { id, actor, outcome } = await reported();
  const shown = async () => (await commentsOf([id]))[0]?.lastReport ?? "";
  const save = (lastReport: string) =>
    editAsStaff(actor, { id, from: "approved", seen: "", body: "Ask Mr Smith.", kind: "guidelines", answers: true, lastReport });
  const began = await shown();
  await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, { key: newReportKey(id), reason: "other" });
  for (const unread of [began, ""])
    expect(await save(unread)).toEqual({ ok: false, error: "staleVersion", fields: { answers: ["staleVersion"] } });
  expect(await outcome()).toBeNull();
  const read = await shown();
  expect(await save(read)).toMatchObject({ ok: true, reports: 2 });
  expect(await save(read), "pressed twice").toMatchObject({ ok: true, reports: 2 });
  const same = await reported();
  await same.change("guidelines", "Ask Mr Smith.", false);
  const now = { id: same.id, from: "approved", seen: "", body: "Ask Mr Smith.", kind: "guidelines", answers: true };
  const unread = { ok: false, error: "staleVersion", fields: { answers: ["staleVersion"] } };
  expect(await editAsStaff(same.actor, { ...now, lastReport: began }), "the same text").toEqual(unread);
});

test("the form as it was, sent again with the tick, answers them, too; mended spelling does not", async () => {
  const cut = await reported();
  await cut.change("guidelines", "Ask Mr Smith.", false);
  await cut.change("guidelines", "Ask Mr Smith.", true, null);
  expect([cut.answered, await cut.outcome()]).toEqual([[0, 1], "upheld"]);
  const mended = await reported();
  await mended.change("correction", "Ask Mr. Smith, the crook.", false);
  await expect(mended.change("guidelines", "Ask Mr. Smith, the crook.")).rejects.toThrow("duplicate");
  expect(await mended.outcome()).toBeNull();
});

test("what is taken out by somebody who does not answer the reports leaves them open, and says nothing of them", async () => {
  const { id, actor, change, outcome, isAtDesk } = await reported();
  let event = "";
  const heard = await heardDuring(async () => {
    event = await change("guidelines", "Ask.", false);
  });
  expect(heard).not.toContain(tags.settled(id, actor.id));
  expect([await outcome(), await isAtDesk()]).toEqual([null, true]);
  expect(await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } })).toMatchObject({ wasReported: false });
});

test("mended spelling answers nobody and cannot; what was not reported is not settled", async () => {
  const { id, change, outcome, actor } = await reported();
  const mended = { id, from: "approved", seen: "", body: "Ask Mr Smith, a crook.", kind: "correction", answers: true };
  expect(await editAsStaff(actor, mended)).toMatchObject({ fields: { answers: ["invalidChoice"] } });
  await change("correction", "Ask Mr Smith, a crook.", false);
  expect(await outcome()).toBeNull();
  await change("guidelines", "Ask.");
  const heard = await heardDuring(async () => {
    const event = await change("guidelines", "A.");
    await undoDecisions(actor, { events: [event] });
  });
  expect(heard.filter((tag) => /^(opened|settled):/.test(tag))).toEqual([]);
  expect(await outcome(), "the first cut's answer stays").toBe("upheld");
});

test("who reported is told by mail what is true of a cut, too", async () => {
  const { id, change } = await reported();
  const eventId = await change("guidelines");
  const { id: caseId } = await privateDb.reportCase.findFirstOrThrow({ where: { commentId: id } });
  const folder = path.join(config().DATA_DIR, "mail");
  fs.rmSync(folder, { recursive: true, force: true });
  await mailReportDecided({ caseId, eventId });
  const mails = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), "utf8"));
  fs.rmSync(folder, { recursive: true, force: true });
  expect(mails).toHaveLength(1);
  const mail = mails[0]?.replace(/\s+/g, " ");
  expect(mail).toContain("took a part out of the reply; the rest stays on the page");
  expect(mail, "what they can do against it").toMatch(/too little, complain .* article 21/);
});

/** One of which a part was taken out, and whose reporter complains that this was too little. */
async function complained() {
  const reply = await reported();
  const event = await reply.change("guidelines");
  expect(await ownReport(reply.receipt)).toMatchObject({ told: "cut", complainUntil: expect.any(Date) as Date });
  expect(await complainOfReport(reply.receipt, { text: "The rest is as bad." })).toEqual({ ok: true });
  const { id: complaintId } = await privateDb.complaint.findFirstOrThrow({ where: { firstEventId: event } });
  const other = await makeUser({ role: "moderator", signsIn: true });
  const overturn = (by: Actor) => answerComplaint(by, { id: complaintId, outcome: "overturned", answer: "All of it goes." });
  return { ...reply, event, other, overturn };
}

test("who reported a reply of which only a part was taken out complains of that, and another person takes off the rest", async () => {
  const { id, actor, event, other, shown, overturn } = await complained();
  expect(await shown(other)).toMatchObject({
    text: "The rest is as bad.",
    mayAnswer: true,
    decision: null,
    report: { reason: "insult", who: actor.name, edit: { before: "Ask Mr Smith, the crook.", after: "Ask Mr Smith." } },
  });
  expect(await undoDecisions(actor, { events: [event] }), "answered, and not taken back").toMatchObject({
    decided: [{ error: "complained" }],
  });
  expect(await overturn(actor)).toEqual({ ok: false, error: "ownDecision" });
  expect(await overturn(other)).toEqual({ ok: true });
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "rejected", reason: "All of it goes." });
});

test("what was taken out for later reports, or came back as its author was right, holds", async () => {
  const more = await complained();
  const again = { key: newReportKey(more.id), reason: "other" };
  await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, again);
  await more.change("guidelines", "Ask.");
  expect(await more.overturn(more.other)).toEqual({ ok: true, isHeld: true });
  const back = await complained();
  const { id: statement } = await privateDb.statement.findUniqueOrThrow({ where: { eventId: back.event } });
  await complain(receiptKey(back.id), { statement, text: "He is one." });
  const { id } = await privateDb.complaint.findUniqueOrThrow({ where: { statementId: statement } });
  await answerComplaint(back.other, { id, outcome: "overturned", answer: "He is." });
  expect(await back.shown(back.other)).toMatchObject({ newer: { who: back.other.name, to: null } });
  expect(await back.overturn(back.other)).toEqual({ ok: true, isHeld: true });
  expect((await privateDb.comment.findUniqueOrThrow({ where: { id: back.id } })).status).toBe("approved");
});

test("where a part that was taken out is put back, what was reported of it is open again", async () => {
  const { id, actor, change, reopened, receipt, isAtDesk } = await reported();
  await change("guidelines");
  const heard = await heardDuring(async () => {
    await change("restoration", "Ask Mr Smith, the crook.", false);
  });
  expect(heard).toContain(tags.opened(id));
  expect(reopened, "whoever puts it back hears so").toEqual([undefined, true]);
  expect(await ownReport(receipt)).toMatchObject({ outcome: null, told: null, decidedAt: null });
  expect(await isAtDesk()).toBe(true);
  await rejectComment(actor, { id, from: "approved" });
  expect(await ownReport(receipt)).toMatchObject({ told: "removed" });
});

test("put back by hand it opens nothing of which somebody complains who reported it", async () => {
  const more = await complained();
  await more.change("restoration", "Ask Mr Smith, the crook.", false);
  expect(more.reopened.at(-1)).toBeUndefined();
  expect(await ownReport(more.receipt)).toMatchObject({ told: "takenOut", complaint: { decidedAt: null } });
  expect(await more.overturn(more.other)).toEqual({ ok: true });
  expect((await privateDb.comment.findUniqueOrThrow({ where: { id: more.id } })).status).toBe("rejected");
});

test("where it came back since its author was right, what was reported of it is open again, too", async () => {
  const { id, change, outcome, isAtDesk } = await reported();
  const eventId = await change("guidelines");
  const { id: statement } = await privateDb.statement.findUniqueOrThrow({ where: { eventId } });
  await complain(receiptKey(id), { statement, text: "He is one." });
  const { id: complaint } = await privateDb.complaint.findUniqueOrThrow({ where: { statementId: statement } });
  await answerComplaint(await makeUser({ role: "moderator", signsIn: true }), { id: complaint, outcome: "overturned", answer: "He is." });
  expect([await outcome(), await isAtDesk()]).toEqual([null, true]);
});

test("once its author wrote another text, who reported is not told that the rest of the first is on the page", async () => {
  const { id, actor, change, receipt } = await reported();
  await change("guidelines");
  const { editedAt } = await privateDb.comment.update({ where: { id }, data: { status: "pending" } });
  expect(await editComment(receiptKey(id), { body: "Ask.", seen: editVersion({ status: "pending", editedAt }) })).toEqual({ ok: true });
  await approveComment(actor, { id });
  expect(await ownReport(receipt)).toMatchObject({ told: "takenOut", complainUntil: null });
});

test("nobody complains that too little was done once the reply is off the page, nor where all of it was taken off", async () => {
  const cut = await reported();
  await cut.change("guidelines");
  await rejectComment(cut.actor, { id: cut.id, from: "approved" });
  expect(await ownReport(cut.receipt)).toMatchObject({ outcome: "upheld", told: "takenOut", complainUntil: null });
  expect(await complainOfReport(cut.receipt, {})).toEqual({ ok: false, error: "closed" });
  const whole = await reported();
  await rejectComment(whole.actor, { id: whole.id, from: "approved" });
  await approveComment(whole.actor, { id: whole.id, from: "rejected" });
  expect(await ownReport(whole.receipt)).toMatchObject({ outcome: "upheld", told: "removed", complainUntil: null });
  expect(await complainOfReport(whole.receipt, {})).toEqual({ ok: false, error: "closed" });
});

test("a cut that is gone opens no reports of a reply that is off the page by then: what took it off answers them", async () => {
  const { id, actor, change, isAtDesk, receipt } = await reported();
  const event = await change("guidelines");
  const other = await makeUser({ role: "moderator" });
  await rejectComment(other, { id, from: "approved", reason: "It insults a person." });
  expect(await undoDecisions(actor, { events: [event] })).toMatchObject({ decided: [{ ok: true }] });
  expect(await isAtDesk()).toBe(false);
  expect(await ownReport(receipt)).toMatchObject({ outcome: "upheld", told: "removed" });
});

test("the reports of those who do not complain are open again beside the one whose sender does", async () => {
  const { id, change, isAtDesk, receipt } = await reported();
  const typed = { key: newReportKey(id), reason: "insult", email: "eve@example.org", name: "Eve", goodFaith: "on" };
  const second = await reportComment({ ip: `2001:db8:cc:${++senders}::7`, agent: "test" }, typed);
  if (!second.ok) throw new Error(second.error);
  await change("guidelines");
  expect(await complainOfReport(receipt, { text: "All of it has to go." })).toEqual({ ok: true });
  await change("restoration", "Ask Mr Smith, the crook.", false);
  expect(await isAtDesk()).toBe(true);
  expect(await ownReport(second.receipt)).toMatchObject({ outcome: null, told: null });
  expect(await ownReport(receipt)).toMatchObject({ outcome: "upheld", complaint: { decidedAt: null } });
});
