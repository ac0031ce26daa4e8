import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { editComment } from "@/lib/comments/edit";
import { ownReply } from "@/lib/comments/own";
import { editVersion, textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { answerComplaint } from "@/lib/statements/answer";
import { complain } from "@/lib/statements/complain";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

const [WHOLE, ONCE, TWICE] = ["Ask Mr Smith, Elm Street 3, the crook.", "Ask Mr Smith, the crook.", "Ask Mr Smith."];

/** A public reply that the newsroom changes. */
async function reply() {
  const { id: postId } = await makePost({ status: "published" });
  const contact = { create: sealContact("ada@example.org", { ip: "192.0.2.49", agent: "test" }) };
  const { id } = await makeComment({ postId, body: WHOLE, status: "approved", contact });
  const [key, staff] = [receiptKey(id), await makeUser({ role: "moderator", signsIn: true })];
  const edit = async (body: string, kind: string) => {
    const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
    return editAsStaff(staff, {
      id,
      from: "approved",
      seen: textVersion(editedAt),
      body,
      kind,
      why: kind === "law" ? "Section 201a." : "",
    });
  };
  const edited = async (body: string, kind: string) => {
    const done = await edit(body, kind);
    if (!done.ok) throw new Error(done.error);
    return done.event;
  };
  const out = async () => ((await ownReply(key))?.statements ?? []).filter(({ isOut }) => isOut).map(({ ground }) => ground);
  return { id, key, staff, edit, edited, out };
}

test("what is put back is no longer stated, nor a new statement made; an undo takes it out again", async () => {
  const { id, key, staff, edited, out } = await reply();
  await edited(ONCE, "guidelines");
  expect(await out()).toEqual(["guidelines"]);
  const event = await edited(WHOLE, "restoration");
  expect((await ownReply(key))?.statements).toEqual([]);
  expect(await privateDb.statement.count({ where: { commentId: id } })).toBe(1);
  expect(await privateDb.auditEvent.findUniqueOrThrow({ where: { id: event } })).toMatchObject({ why: "restoration" });
  expect(await undoDecisions(staff, { events: [event] })).toMatchObject({ decided: [{ ok: true }] });
  expect(await out()).toEqual(["guidelines"]);
});

test("of two cuts the one is put back, under mended spelling, too, and the other still stated; a word that is mended later brings none again", async () => {
  const { edited, out } = await reply();
  await edited(ONCE, "law");
  await edited(TWICE, "guidelines");
  await edited("Ask Mister Smith.", "correction");
  await edited("Ask Mister Smith, Elm Street 3.", "restoration");
  expect(await out()).toEqual(["guidelines"]);
  await edited("Ask Mister Smith, Elm Str. 3.", "correction");
  expect(await out()).toEqual(["guidelines"]);
  await edited("Ask Mister Smith, the crook, Elm Str. 3.", "restoration");
  expect(await out()).toEqual([]);
});

test("where nothing stands again nothing is put back, and nothing changed", async () => {
  const { id, edit, edited, out } = await reply();
  const refused = { ok: false, error: "invalid", fields: { kind: ["invalidChoice"] } };
  expect(await edit(ONCE, "restoration"), "nothing was out").toEqual(refused);
  const marked = "Ask Mr Smith, (address), the crook.";
  await edited(marked, "guidelines");
  expect(await edit("Ask Mr Smith, Elm, the crook.", "restoration"), "a part of it").toEqual(refused);
  expect(await privateDb.auditEvent.count({ where: { subjectId: id } })).toBe(1);
  await edited(WHOLE, "restoration");
  expect(await edit(marked, "restoration"), "to take it out again").toEqual(refused);
  await edited(ONCE, "guidelines");
  expect(await out()).toEqual(["guidelines"]);
});

test("what puts something back takes nothing else out, but what stood in its place", async () => {
  const { id, edit, edited, out } = await reply();
  await edited("Ask somebody, the crook.", "guidelines");
  const refused = { ok: false, error: "invalid", fields: { kind: ["invalidChoice"] } };
  expect(await edit("Ask Mr Smith, Elm Street 3.", "restoration")).toEqual(refused);
  expect(await privateDb.auditEvent.count({ where: { subjectId: id } })).toBe(1);
  await edited("Ask Mr Smith, Elm Street 3, the crook, all of you.", "restoration");
  expect(await out()).toEqual([]);
});

test("what a complaint found wrong, and a later change kept out, is put back by hand: its author is told no longer that it is out", async () => {
  const { id, key, edited } = await reply();
  const event = await edited(ONCE, "guidelines");
  const { id: statement } = await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } });
  await edited(TWICE, "guidelines");
  await complain(key, { statement, text: "It is known." });
  const { id: complaint } = await privateDb.complaint.findUniqueOrThrow({ where: { statementId: statement } });
  const other = await makeUser({ role: "moderator", signsIn: true });
  const answer = { id: complaint, outcome: "overturned", answer: "You are right." };
  expect(await answerComplaint(other, answer)).toEqual({ ok: true, staysOut: true });
  const told = async () => (await ownReply(key))?.statements.map(({ isOut, complaint: of }) => [isOut, of?.outcome]);
  expect(await told()).toEqual([
    [true, undefined],
    [true, "overturned"],
  ]);
  await edited("Ask Mr Smith, Elm Street 3.", "restoration");
  expect(await told()).toEqual([
    [true, undefined],
    [false, "overturned"],
  ]);
  expect(await privateDb.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: "Ask Mr Smith, Elm Street 3." });
});

test("whoever answers a complaint of what was put back since hears that it is back", async () => {
  const { key, edited } = await reply();
  const event = await edited(ONCE, "guidelines");
  const { id: statement } = await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } });
  await complain(key, { statement, text: "It is known." });
  await edited(WHOLE, "restoration");
  const { id } = await privateDb.complaint.findUniqueOrThrow({ where: { statementId: statement } });
  const other = await makeUser({ role: "moderator", signsIn: true });
  expect(await answerComplaint(other, { id, outcome: "overturned", answer: "You are right." })).toEqual({ ok: true });
});

test("whoever answers a complaint of a text that its author changed since is not sent to put back what is theirs now", async () => {
  const { id, key, edited } = await reply();
  const event = await edited(ONCE, "guidelines");
  const { id: statement } = await privateDb.statement.findUniqueOrThrow({ where: { eventId: event } });
  await complain(key, { statement, text: "It is known." });
  const { editedAt } = await privateDb.comment.update({ where: { id }, data: { status: "pending" } });
  expect(await editComment(key, { body: "Mine.", seen: editVersion({ status: "pending", editedAt }) })).toEqual({ ok: true });
  const { id: complaint } = await privateDb.complaint.findUniqueOrThrow({ where: { statementId: statement } });
  const other = await makeUser({ role: "moderator", signsIn: true });
  expect(await answerComplaint(other, { id: complaint, outcome: "overturned", answer: "You are right." })).toEqual({ ok: true });
  expect((await ownReply(key))?.statements).toMatchObject([{ isOut: false, complaint: { outcome: "overturned" } }]);
});
