import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
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

const WHOLE = "Ask Mr Smith, Elm Street 3.";
const moderator = () => makeUser({ role: "moderator", signsIn: true });

async function reply(status: "approved" | "pending" = "approved") {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.45", agent: "test" }) };
  const { id } = await makeComment({ postId, body: WHOLE, status, contact });
  return { id, status, key: receiptKey(id), first: await moderator() };
}

type Reply = Awaited<ReturnType<typeof reply>>;

const stored = ({ id }: Reply) => privateDb.comment.findUniqueOrThrow({ where: { id } });
const statements = async ({ key }: Reply) => (await ownReply(key))?.statements ?? [];
const statement = async (to: Reply) => (await statements(to))[0] ?? null;

/** Changes its text as it stands. Returns the ledger's row. */
async function edited(to: Reply, given: { body?: string; kind?: string; why?: string } = {}) {
  const seen = textVersion((await stored(to)).editedAt);
  const done = await editAsStaff(to.first, { id: to.id, from: to.status, seen, body: "Ask Mr Smith.", ...given });
  if (!done.ok) throw new Error(done.error);
  return done.event;
}

async function complained(to: Reply) {
  const statementId = (await statement(to))?.id;
  expect(await complain(to.key, { statement: statementId, text: "It is in the phone book." })).toEqual({ ok: true });
  return privateDb.complaint.findFirstOrThrow({ where: { statement: { commentId: to.id } }, select: { id: true } });
}

test.each(["approved", "pending"] as const)(
  "whoever has something taken out (%s) is told on what ground and why, and once by mail",
  async (status) => {
    const own = await reply(status);
    await edited(own, { kind: "law", why: "Section 201a." });
    const told = {
      isEdit: true,
      to: status,
      wasPublic: status === "approved",
      ground: "law",
      explanation: "Section 201a.",
      isAutomated: false,
    };
    expect(await statement(own)).toMatchObject(told);
    expect((await statement(own))?.complainUntil).toBeInstanceOf(Date);
    expect(await dataOfReply(own.key)).toMatchObject({ statements: [{ isEdit: true, ground: "law" }] });
    const folder = path.join(config().DATA_DIR, "mail");
    fs.rmSync(folder, { recursive: true, force: true });
    const { id: statementId } = await privateDb.statement.findFirstOrThrow({ where: { commentId: own.id } });
    await mailStatement({ statementId });
    await mailStatement({ statementId });
    const [name = "", ...others] = fs.readdirSync(folder);
    expect(others).toEqual([]);
    const mail = fs.readFileSync(path.join(folder, name), "utf8");
    expect(mail).toContain("Section 201a.");
    expect(mail).toMatch(/took part of the text out/);
    expect(mail).not.toContain("Elm Street");
  },
);

test("mended spelling is stated to nobody, and the ledger says that it was no more; unless one says so, something was taken out", async () => {
  const own = await reply();
  const event = await edited(own, { body: "Ask Mr. Smith, Elm Street 3.", kind: "correction" });
  expect(await privateDb.statement.count({ where: { commentId: own.id } })).toBe(0);
  expect(await privateDb.auditEvent.findUniqueOrThrow({ where: { id: event } })).toMatchObject({ why: "correction" });
  await edited(own, { body: "Ask." });
  expect(await statement(own)).toMatchObject({ isEdit: true, ground: "guidelines", explanation: null });
});

test("nothing is taken out as mended spelling, which would be stated to nobody: what would be gone is named, and nothing changed", async () => {
  const { id, status, first } = await reply();
  const edit = { id, from: status, seen: "", body: "Ask Mr. Smith.", kind: "correction" };
  const refused = { ok: false, error: "invalid", fields: { kind: ["invalidChoice"] }, gone: ["Elm", "Street", "3"] };
  expect(await editAsStaff(first, edit)).toEqual(refused);
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: WHOLE, editedByStaff: false });
  expect(await editAsStaff(first, { ...edit, kind: "guidelines" })).toMatchObject({ ok: true });
});

test("by the law nothing is taken out without a word on which and why; what is no choice is refused", async () => {
  const { id, status, first } = await reply();
  const edit = { id, from: status, seen: "", body: "Ask.", kind: "law", why: " " };
  expect(await editAsStaff(first, edit)).toMatchObject({ fields: { why: ["required"] } });
  expect(await editAsStaff(first, { ...edit, kind: "taste" })).toMatchObject({ fields: { kind: ["invalidChoice"] } });
  expect(await editAsStaff(first, { ...edit, why: "x".repeat(2_001) })).toMatchObject({ fields: { why: ["tooLong"] } });
  expect(await privateDb.commentEdit.count({ where: { commentId: id } })).toBe(0);
});

test("what was stated is taken back with the change, and over once the author has changed the text; a mended word in between changes nothing", async () => {
  const undone = await reply();
  await undoDecisions(undone.first, { events: [await edited(undone)] });
  expect(await statement(undone)).toBeNull();
  const own = await reply();
  await edited(own);
  await edited(own, { body: "Ask Mr. Smith.", kind: "correction" });
  expect(await statement(own)).toMatchObject({ isEdit: true });
  await privateDb.setting.create({ data: { key: "editMinutes", value: 60 } });
  const { editedAt } = await stored(own);
  expect(await editComment(own.key, { body: "Ask anybody.", seen: editVersion({ status: "approved", editedAt }) })).toEqual({ ok: true });
  await privateDb.setting.delete({ where: { key: "editMinutes" } });
  expect(await statement(own)).toBeNull();
  own.status = (await stored(own)).status as "pending";
  await edited(own, { body: "Ask anyone.", kind: "correction" });
  expect(await statement(own), "what was cut was cut from another text").toBeNull();
});

test("a decision on the whole reply is told first, what is still out beside it, and alone when that is over", async () => {
  const own = await reply();
  await edited(own);
  await rejectComment(own.first, { id: own.id, from: "approved" });
  expect(await statements(own)).toMatchObject([{ isEdit: false, to: "rejected" }, { isEdit: true }]);
  await approveComment(own.first, { id: own.id, from: "rejected" });
  expect(await statements(own)).toMatchObject([{ isEdit: true }]);
});

test("another person brings the text back, since its author was right; who did it cannot, nor take it back unanswered", async () => {
  const own = await reply();
  const event = await edited(own);
  const { id } = await complained(own);
  expect(await undoDecisions(own.first, { events: [event] })).toMatchObject({ decided: [{ error: "complained" }] });
  const second = await moderator();
  const listed = await openComplaints(second, {});
  const shown = listed.ok && listed.complaints.find((each) => each.id === id);
  expect(shown).toMatchObject({ decision: { edit: { before: WHOLE, isChangedSince: false } } });
  const answer = { id, outcome: "overturned", answer: "You are right." };
  expect(await answerComplaint(own.first, answer)).toEqual({ ok: false, error: "ownDecision" });
  expect(await answerComplaint(second, answer)).toEqual({ ok: true });
  expect(await stored(own)).toMatchObject({ body: WHOLE, status: "approved", editedByStaff: false });
  const told = { isBeforeShown: false, complaint: { outcome: "overturned", answer: "You are right." } };
  expect(await statement(own), "nothing is said of what stood there before").toMatchObject(told);
  const acts = await privateDb.auditEvent.findMany({ where: { actorId: second.id, subjectId: own.id }, select: { act: true, why: true } });
  expect(acts).toEqual([{ act: "comment.undoEdit", why: "complaint" }]);
});

test("a text that was changed again since stays as it is, though its author was right; and one that stands stays out", async () => {
  const own = await reply();
  await edited(own);
  const { id } = await complained(own);
  await edited(own, { body: "Ask Mr. Smith.", kind: "correction" });
  const listed = await openComplaints(own.first, {});
  expect(listed.ok && listed.complaints.find((each) => each.id === id)).toMatchObject({ decision: { edit: { isChangedSince: true } } });
  expect(await answerComplaint(await moderator(), { id, outcome: "overturned", answer: "Yes." })).toEqual({ ok: true, staysOut: true });
  expect(await stored(own)).toMatchObject({ body: "Ask Mr. Smith." });
  const stands = await reply();
  await edited(stands);
  const complaint = await complained(stands);
  await answerComplaint(await moderator(), { id: complaint.id, outcome: "upheld", answer: "No." });
  expect(await stored(stands)).toMatchObject({ body: "Ask Mr Smith." });
  expect(await statement(stands)).toMatchObject({ complaint: { outcome: "upheld" } });
});
