import { expect, test } from "vitest";
import { sealContact } from "@/lib/comments/contact";
import { textVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { withdrawComment } from "@/lib/comments/withdraw";
import { privateDb } from "@/lib/db/private";
import { openContents, sealContents, type Contents } from "@/lib/evidence/contents";
import { forgetEvidence } from "@/lib/evidence/forget";
import { freezeReply } from "@/lib/evidence/freeze";
import { deleteEvidence, keepEvidence, showEvidence } from "@/lib/evidence/handle";
import { frozenCases, replyInDanger } from "@/lib/evidence/newsroom";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";
import { ROLES } from "@/lib/users/schema";

const NOW = new Date("2026-05-01T10:00:00Z");

async function threat(status: "approved" | "pending" = "approved") {
  const post = await makePost({ status: "published", title: "The article" });
  const contact = { create: sealContact("threat@example.org", { ip: "192.0.2.77", agent: "Browser 1" }) };
  const { id } = await makeComment({ postId: post.id, status, name: "Anonymous", body: "I know where you live", contact });
  return { id, post };
}

const evidenceOf = (commentId: string) => privateDb.evidence.findUniqueOrThrow({ where: { commentId } });
const acts = async (subjectId: string) =>
  (await privateDb.auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ act, actorId, why }) => ({
    act,
    actorId,
    why,
  }));

test("what is frozen is all that the site knows, sealed, and outlives whatever its author does to the reply", async () => {
  const { id, post } = await threat();
  const [moderator, editor] = [await makeUser({ role: "moderator" }), await makeUser({ role: "editor" })];
  expect(await freezeReply(moderator, { id })).toEqual({ ok: true });
  expect(await freezeReply(moderator, { id })).toEqual({ ok: true });
  await withdrawComment(receiptKey(id));
  await privateDb.post.delete({ where: { id: post.id } });
  const evidence = await evidenceOf(id);
  for (const plain of ["threat@example.org", "know where", "192.0.2"]) expect(Buffer.from(evidence.sealed).includes(plain)).toBe(false);
  const shown = await showEvidence(editor, { id: evidence.id });
  expect(shown).toMatchObject({
    ok: true,
    contents: {
      name: "Anonymous",
      body: "I know where you live",
      email: "threat@example.org",
      userAgent: "Browser 1",
      status: "approved",
      article: { title: "The article", path: `/${post.slug}` },
    },
  });
  expect(shown.ok && shown.contents.ipPrefix).toMatch(/^192\.0\.2/);
  expect(await acts(evidence.id)).toEqual([{ act: "evidence.show", actorId: editor.id, why: null }]);
});

test("what the newsroom changed before is frozen as it was sent, too, also where the change was taken back", async () => {
  const { id } = await threat();
  const editor = await makeUser({ role: "editor" });
  const edit = async (seen: string, body: string) => {
    const edited = await editAsStaff(editor, { id, from: "approved", seen, body });
    if (!edited.ok) throw new Error(edited.error);
    return edited.event;
  };
  await edit("", "I know.");
  const { editedAt } = await privateDb.comment.findUniqueOrThrow({ where: { id } });
  await undoDecisions(editor, { events: [await edit(textVersion(editedAt), "I see.")] });
  await freezeReply(editor, { id });
  const shown = await showEvidence(editor, { id: (await evidenceOf(id)).id });
  expect(shown).toMatchObject({ contents: { body: "I know.", edits: [{ before: "I know where you live" }] } });
});

test("a case that was frozen before there was that opens", () => {
  const frozen = { name: "Ada", body: "x", website: null, email: null, ipPrefix: null, userAgent: null, sentAt: "", editedAt: null };
  const old = { ...frozen, status: "approved", article: { title: "", path: "/" }, answers: null };
  const id = crypto.randomUUID();
  expect(openContents(id, sealContents(id, old as Contents))).toEqual({ ...old, edits: [] });
});

test("a public reply goes off the page and waits, its author told nothing yet; an undo brings it back and leaves the evidence", async () => {
  const { id, post } = await threat();
  const moderator = await makeUser({ role: "moderator" });
  await freezeReply(moderator, { id });
  expect((await privateDb.comment.findUniqueOrThrow({ where: { id } })).status).toBe("pending");
  expect((await privateDb.post.findUniqueOrThrow({ where: { id: post.id } })).approvedComments).toBe(0);
  expect(await privateDb.statement.count({ where: { commentId: id } })).toBe(0);
  expect(await acts(id)).toEqual([
    { act: "comment.freeze", actorId: moderator.id, why: null },
    { act: "comment.unapprove", actorId: moderator.id, why: "danger" },
  ]);
  const event = await privateDb.auditEvent.findFirstOrThrow({ where: { subjectId: id, act: "comment.unapprove" } });
  await undoDecisions(moderator, { events: [event.id] });
  expect((await privateDb.comment.findUniqueOrThrow({ where: { id } })).status).toBe("approved");
  await evidenceOf(id);
});

test("one that waits stays where it is; what was taken back, or never was, has nothing to freeze", async () => {
  const actor = await makeUser({ role: "moderator" });
  const { id } = await threat("pending");
  expect(await freezeReply(actor, { id })).toEqual({ ok: true });
  expect((await privateDb.comment.findUniqueOrThrow({ where: { id } })).status).toBe("pending");
  expect(await acts(id)).toHaveLength(1);
  const gone = await threat();
  await withdrawComment(receiptKey(gone.id));
  expect(await freezeReply(actor, { id: gone.id })).toEqual({ ok: false, error: "withdrawn" });
  expect(await freezeReply(actor, { id: crypto.randomUUID() })).toEqual({ ok: false, error: "notFound" });
  expect(await freezeReply(actor, { id: "x" })).toMatchObject({ error: "invalid" });
});

test.each(ROLES)("a %s freezes, lists, opens, keeps and deletes as the policy says, and a refusal leaves everything", async (role) => {
  const { id } = await threat();
  const actor = await makeUser({ role });
  const [decides, opens] = [["administrator", "editor", "moderator"].includes(role), ["administrator", "editor"].includes(role)];
  const refused = { ok: false, error: "forbidden" };
  expect(await freezeReply(actor, { id })).toEqual(decides ? { ok: true } : refused);
  if (!decides) await freezeReply(await makeUser({ role: "editor" }), { id });
  const evidence = await evidenceOf(id);
  expect((await frozenCases(actor, {})).ok).toBe(decides);
  expect((await replyInDanger(actor, id)).ok).toBe(decides);
  expect((await showEvidence(actor, { id: evidence.id })).ok).toBe(opens);
  expect((await keepEvidence(actor, { id: evidence.id })).ok).toBe(opens);
  expect((await deleteEvidence(actor, { id: evidence.id })).ok).toBe(opens);
  expect(await privateDb.evidence.count({ where: { id: evidence.id } })).toBe(opens ? 0 : 1);
  const noted = (await acts(evidence.id)).map(({ act }) => act);
  expect(noted).toEqual(opens ? ["evidence.show", "evidence.keep", "evidence.delete"] : []);
});

test("evidence ends by the clock after 90 days, unless it is kept on; the ledger says so", async () => {
  const actor = await makeUser({ role: "editor" });
  const [over, kept] = [await threat(), await threat()];
  for (const { id } of [over, kept]) await freezeReply(actor, { id }, NOW);
  const [first, second] = [await evidenceOf(over.id), await evidenceOf(kept.id)];
  expect(first.keptUntil).toEqual(new Date("2026-07-30T10:00:00Z"));
  await keepEvidence(actor, { id: second.id }, new Date("2026-07-01T10:00:00Z"));
  await forgetEvidence(new Date("2026-07-30T10:00:00Z"));
  expect(await privateDb.evidence.count({ where: { id: first.id } })).toBe(1);
  expect(await forgetEvidence(new Date("2026-07-30T10:00:01Z"))).toBe(1);
  expect(await privateDb.evidence.findMany({ where: { id: { in: [first.id, second.id] } }, select: { id: true } })).toEqual([
    { id: second.id },
  ]);
  expect(await acts(first.id)).toEqual([{ act: "evidence.delete", actorId: null, why: null }]);
});

test("the list says who froze and until when it is kept, and nothing of what it is; whom to inform is what the site has set", async () => {
  const actor = await makeUser({ role: "moderator", name: "Grace Hopper" });
  const { id } = await threat();
  await freezeReply(actor, { id });
  await privateDb.setting.create({ data: { key: "police", value: "Call 110." } });
  const found = await frozenCases(actor, {});
  if (!found.ok) throw new Error(found.error);
  expect(found.cases.find(({ commentId }) => commentId === id)).toMatchObject({ who: "Grace Hopper" });
  expect(JSON.stringify(found)).not.toMatch(/threat@|know where/);
  expect(found.police).toEqual({ text: "Call 110.", link: "" });
  await privateDb.setting.delete({ where: { key: "police" } });
});
