import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { commentsOf } from "@/lib/comments/desk/queued";
import { editComment } from "@/lib/comments/edit";
import { approveComment, rejectComment } from "@/lib/comments/moderate";
import { ownReply } from "@/lib/comments/own";
import { dataOfReply } from "@/lib/comments/own-data";
import { editVersion, textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { mailStatement } from "@/lib/mail/statement";
import { answerComplaint } from "@/lib/statements/answer";
import { complain } from "@/lib/statements/complain";
import { openComplaints } from "@/lib/statements/newsroom";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const [WHOLE, ONCE, TWICE] = ["Ask Mr Smith, Elm Street 3, the crook.", "Ask Mr Smith, the crook.", "Ask Mr Smith."];
const moderator = () => makeUser({ role: "moderator", signsIn: true });

const stored = (id: string) => privateDb.comment.findUniqueOrThrow({ where: { id } });

/** A public reply of which something was taken out twice. */
async function cutTwice() {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.46", agent: "test" }) };
  const { id } = await makeComment({ postId, body: WHOLE, status: "approved", contact });
  const [key, staff] = [receiptKey(id), await moderator()];
  const edit = async (body: string, kind: string, why = "") => {
    const seen = textVersion((await stored(id)).editedAt);
    const done = await editAsStaff(staff, { id, from: "approved", seen, body, kind, why });
    if (!done.ok) throw new Error(done.error);
    return done.event;
  };
  const one = await edit(ONCE, "law", "Section 201a.");
  const two = await edit(TWICE, "guidelines", "Insult.");
  const idOf = async (eventId: string) => (await privateDb.statement.findUniqueOrThrow({ where: { eventId } })).id;
  return { id, key, staff, edit, one: { event: one, statement: await idOf(one) }, two: { event: two, statement: await idOf(two) } };
}

type Cut = Awaited<ReturnType<typeof cutTwice>>;

const told = async ({ key }: Pick<Cut, "key">) => (await ownReply(key))?.statements ?? [];
const grounds = async (cut: Cut) => (await told(cut)).map(({ isEdit, ground }) => (isEdit ? ground : "whole"));

async function overturned({ key }: Cut, { statement }: Cut["one"]) {
  expect(await complain(key, { statement, text: "It is known." })).toEqual({ ok: true });
  const { id } = await privateDb.complaint.findUniqueOrThrow({ where: { statementId: statement }, select: { id: true } });
  return answerComplaint(await moderator(), { id, outcome: "overturned", answer: "You are right." });
}

test("each part that was taken out is stated, also beside a decision on the whole reply, and complained of by itself", async () => {
  const cut = await cutTwice();
  expect(await told(cut)).toMatchObject([
    { id: cut.two.statement, explanation: "Insult.", isOut: true },
    { id: cut.one.statement, explanation: "Section 201a.", isOut: true },
  ]);
  await rejectComment(cut.staff, { id: cut.id, from: "approved" });
  expect(await grounds(cut)).toEqual(["whole", "guidelines", "law"]);
  expect(await complain(cut.key, { statement: cut.one.statement, text: "Why?" })).toEqual({ ok: true });
  expect((await told(cut)).map(({ complaint, complainUntil }) => [complaint !== null, complainUntil !== null])).toEqual([
    [false, true],
    [false, true],
    [true, false],
  ]);
  await approveComment(cut.staff, { id: cut.id, from: "rejected" });
  expect(await grounds(cut)).toEqual(["guidelines", "law"]);
});

test("of decisions on the whole reply the last is stated, and an earlier one only with the answer that overturned it", async () => {
  const cut = await cutTwice();
  const rejected = async (reason: string) => {
    const done = await rejectComment(cut.staff, { id: cut.id, from: "approved", reason });
    if (!done.ok) throw new Error(done.error);
    const { id: statement } = await privateDb.statement.findUniqueOrThrow({ where: { eventId: done.event } });
    return { event: done.event, statement };
  };
  await rejected("One.");
  await approveComment(cut.staff, { id: cut.id, from: "rejected" });
  await overturned(cut, await rejected("Two."));
  await rejected("Three.");
  expect((await told(cut)).map(({ explanation }) => explanation)).toEqual(["Three.", "Insult.", "Section 201a.", "Two."]);
});

test("nobody complains of what is not stated to them: another reply's, one that was taken back, or none", async () => {
  const [cut, other] = [await cutTwice(), await cutTwice()];
  await undoDecisions(cut.staff, { events: [cut.two.event] });
  for (const statement of [other.one.statement, cut.two.statement, "x", undefined])
    expect(await complain(cut.key, { statement, text: "Why?" })).toEqual({ ok: false, error: "closed" });
  expect(await privateDb.complaint.count({ where: { statement: { commentId: { in: [cut.id, other.id] } } } })).toBe(0);
});

test("of each there is a mail, also when another came after it", async () => {
  const cut = await cutTwice();
  const folder = path.join(config().DATA_DIR, "mail");
  fs.rmSync(folder, { recursive: true, force: true });
  for (const { statement: statementId } of [cut.one, cut.two]) await mailStatement({ statementId });
  const mails = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), "utf8"));
  fs.rmSync(folder, { recursive: true, force: true });
  expect(mails.map((mail) => [mail.includes("Section 201a."), mail.includes("Insult.")]).sort()).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("the first of two that was wrong stays out with the second, whoever answers hears that, and comes back when the second is taken back", async () => {
  const cut = await cutTwice();
  expect(await overturned(cut, cut.one)).toEqual({ ok: true, staysOut: true });
  expect(await stored(cut.id)).toMatchObject({ body: TWICE, editedByStaff: true });
  expect(await told(cut)).toMatchObject([
    { id: cut.two.statement, complaint: null },
    { id: cut.one.statement, isOut: true, isBeforeShown: true, complaint: { outcome: "overturned", answer: "You are right." } },
  ]);
  expect((await ownReply(cut.key))?.edits, "what its author wrote").toMatchObject([{ before: WHOLE }, { before: ONCE }]);
  expect(await undoDecisions(cut.staff, { events: [cut.two.event] })).toMatchObject({ decided: [{ ok: true }] });
  expect(await stored(cut.id)).toMatchObject({ body: WHOLE, editedAt: null, editedByStaff: false });
  expect(await told(cut)).toMatchObject([{ id: cut.one.statement, isOut: false }]);
  const acts = await privateDb.auditEvent.findMany({ where: { subjectId: cut.id, act: "comment.undoEdit" }, orderBy: { id: "asc" } });
  expect(acts.map(({ why }) => why)).toEqual([null, "complaint"]);
});

test.each([
  ["the first, then the second", ["one", "two"]],
  ["the second, then the first", ["two", "one"]],
] as const)("where both were wrong (%s) all comes back", async (_order, order) => {
  const cut = await cutTwice();
  await overturned(cut, cut[order[0]]);
  expect(await stored(cut.id)).toMatchObject({ body: order[0] === "two" ? ONCE : TWICE });
  expect(await overturned(cut, cut[order[1]])).toEqual({ ok: true });
  expect(await stored(cut.id)).toMatchObject({ body: WHOLE, editedAt: null, editedByStaff: false });
  expect((await told(cut)).map(({ isOut }) => isOut)).toEqual([false, false]);
});

test("under a mended word, too, it stays out until that is taken back, and no longer", async () => {
  const cut = await cutTwice();
  await overturned(cut, cut.one);
  const event = await cut.edit("Ask Mr. Smith.", "correction");
  expect(await overturned(cut, cut.two)).toEqual({ ok: true, staysOut: true });
  expect(await stored(cut.id)).toMatchObject({ body: "Ask Mr. Smith." });
  await undoDecisions(cut.staff, { events: [event] });
  expect(await stored(cut.id)).toMatchObject({ body: WHOLE });
});

test("of a text that its author changed since nothing is stated, but the answer", async () => {
  const cut = await cutTwice();
  await overturned(cut, cut.one);
  await privateDb.setting.create({ data: { key: "editMinutes", value: 60 } });
  const { editedAt } = await stored(cut.id);
  expect(await editComment(cut.key, { body: "Ask.", seen: editVersion({ status: "approved", editedAt }) })).toEqual({ ok: true });
  await privateDb.setting.delete({ where: { key: "editMinutes" } });
  expect(await told(cut)).toMatchObject([{ id: cut.one.statement, isOut: false, isBeforeShown: true }]);
  expect(await stored(cut.id)).toMatchObject({ body: "Ask." });
});

test("whoever answers, and the desk, are shown what was taken out, and never what its author changed then", async () => {
  const cut = await cutTwice();
  await complain(cut.key, { statement: cut.two.statement });
  const { editedAt } = await stored(cut.id);
  await privateDb.setting.create({ data: { key: "editMinutes", value: 60 } });
  expect(await editComment(cut.key, { body: "Mine.", seen: editVersion({ status: "approved", editedAt }) })).toEqual({ ok: true });
  await privateDb.setting.delete({ where: { key: "editMinutes" } });
  const listed = await openComplaints(await moderator(), {});
  const shown = listed.ok && listed.complaints.find(({ comment }) => comment.id === cut.id);
  expect(shown).toMatchObject({ decision: { edit: { before: ONCE, after: TWICE, isChangedSince: true } } });
  const [row] = await commentsOf([cut.id]);
  expect(row?.edits.map(({ before, after }) => [before, after])).toEqual([
    [WHOLE, ONCE],
    [ONCE, TWICE],
  ]);
  expect(await dataOfReply(cut.key)).toMatchObject({ edits: [{ after: ONCE }, { after: TWICE }] });
});

test("whoever answers is shown what this one took out, and not what the next did", async () => {
  const cut = await cutTwice();
  for (const { statement } of [cut.one, cut.two]) await complain(cut.key, { statement });
  const listed = await openComplaints(await moderator(), {});
  const edits = listed.ok && listed.complaints.filter(({ comment }) => comment.id === cut.id).map(({ decision }) => decision?.edit);
  expect(edits).toEqual([
    { before: WHOLE, after: ONCE, isChangedSince: true },
    { before: ONCE, after: TWICE, isChangedSince: false },
  ]);
});
