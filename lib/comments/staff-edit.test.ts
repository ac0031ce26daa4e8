import { expect, test } from "vitest";
import { editComment } from "@/lib/comments/edit";
import { eraseComment } from "@/lib/comments/erase";
import { approveComment } from "@/lib/comments/moderate";
import { moderationQueue } from "@/lib/comments/newsroom";
import { ownReply } from "@/lib/comments/own";
import { dataOfReply } from "@/lib/comments/own-data";
import { editVersion, textVersion } from "@/lib/comments/policy";
import { publishedThread } from "@/lib/comments/public";
import { receiptKey } from "@/lib/comments/receipt";
import { editAsStaff } from "@/lib/comments/staff-edit";
import { undoDecisions } from "@/lib/comments/undo";
import { privateDb } from "@/lib/db/private";
import { heardDuring } from "@/lib/testing/heard";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

async function reply(given: { status?: "pending" | "approved" | "rejected" } = {}) {
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, body: "Ask Mr Smith, Elm Street 3.", status: "approved", ...given });
  return { id, postId };
}

const stored = (id: string) =>
  privateDb.comment.findUniqueOrThrow({ where: { id }, select: { body: true, status: true, editedAt: true, editedByStaff: true } });
const first = async (postId: string) => (await publishedThread(postId)).comments[0];

test("the newsroom changes a public text: readers see that, its author and the desk what it said, the ledger neither", async () => {
  const ada = await makeUser({ role: "moderator", name: "Ada" });
  const { id, postId } = await reply();
  const heard = await heardDuring(async () => {
    expect(await editAsStaff(ada, { id, from: "approved", seen: "", body: "Ask Mr Smith." })).toMatchObject({ ok: true, to: "approved" });
  });
  expect(heard).toEqual(expect.arrayContaining([`thread:${postId}`, "list:replies"]));
  expect(await first(postId)).toMatchObject({ body: "Ask Mr Smith.", edited: "staff" });
  expect(await privateDb.commentUnsearched.count({ where: { commentId: id } })).toBe(1);
  const before = [{ before: "Ask Mr Smith, Elm Street 3." }];
  expect(await ownReply(receiptKey(id), new Date())).toMatchObject({ editedByStaff: true, edits: before });
  expect(await dataOfReply(receiptKey(id))).toMatchObject({ edits: before });
  const queue = await moderationQueue(ada, { status: "approved" });
  const listed = queue.ok && queue.comments.find((each) => each.id === id);
  expect(listed).toMatchObject({ edits: [{ who: "Ada", before: "Ask Mr Smith, Elm Street 3.", after: "Ask Mr Smith." }] });
  const ledger = await privateDb.auditEvent.findMany({ where: { subjectId: id } });
  expect(ledger).toMatchObject([{ act: "comment.edit", actorId: ada.id }]);
  expect(JSON.stringify(ledger)).not.toContain("Smith");
});

test("a change on a text that was changed meanwhile is refused; sent twice it is one; and who does not decide changes nothing", async () => {
  const ada = await makeUser();
  const { id } = await reply({ status: "pending" });
  const change = { id, from: "pending", seen: "", body: "Ask Mr Smith." };
  expect(await editAsStaff(await makeUser({ role: "author" }), change)).toMatchObject({ error: "forbidden" });
  const [one, two] = [await editAsStaff(ada, change), await editAsStaff(ada, change)];
  expect(one).toEqual(two);
  expect(await privateDb.commentEdit.count({ where: { commentId: id } })).toBe(1);
  expect(await editAsStaff(ada, { ...change, body: "Another." })).toMatchObject({ error: "staleVersion" });
  expect(await approveComment(await makeUser(), { id, seen: "" })).toMatchObject({ error: "staleVersion" });
  expect(await editAsStaff(ada, { ...change, body: " " })).toMatchObject({ fields: { body: ["required"] } });
});

test("what was turned down keeps its text; what was decided meanwhile tells by whom", async () => {
  const [ada, bob] = [await makeUser(), await makeUser({ name: "Bob" })];
  const { id } = await reply({ status: "rejected" });
  expect(await editAsStaff(ada, { id, from: "rejected", seen: "", body: "x" })).toMatchObject({ error: "invalid" });
  const waits = await reply({ status: "pending" });
  await approveComment(bob, { id: waits.id });
  const late = await editAsStaff(ada, { id: waits.id, from: "pending", seen: "", body: "x" });
  expect(late).toMatchObject({ error: "alreadyDecided", by: "Bob", now: "approved" });
  const { id: same } = await reply();
  const unchanged = { id: same, from: "approved", seen: "", body: "Ask Mr Smith, Elm Street 3." };
  expect(await editAsStaff(ada, unchanged)).toMatchObject({ error: "duplicate" });
});

test("Undo brings the text back and unmarks it, unless it was changed or published since", async () => {
  const ada = await makeUser();
  const { id, postId } = await reply();
  const edit = async (seen: string, body: string) => {
    const edited = await editAsStaff(ada, { id, from: "approved", seen, body });
    if (!edited.ok) throw new Error(edited.error);
    return edited.event;
  };
  const [one, two] = [await edit("", "One."), await edit(textVersion((await stored(id)).editedAt), "Two.")];
  expect(await undoDecisions(ada, { events: [one] })).toMatchObject({ decided: [{ error: "staleVersion" }] });
  expect(await undoDecisions(ada, { events: [two, one] })).toMatchObject({ decided: [{ ok: true }, { ok: true }] });
  expect(await first(postId)).toMatchObject({ body: "Ask Mr Smith, Elm Street 3.", edited: null });
  expect(await undoDecisions(ada, { events: [one] })).toMatchObject({ decided: [{ error: "notFound" }] });

  const waits = await reply({ status: "pending" });
  const edited = await editAsStaff(ada, { id: waits.id, from: "pending", seen: "", body: "Read." });
  const seen = textVersion((await stored(waits.id)).editedAt);
  expect(await approveComment(await makeUser(), { id: waits.id, seen })).toMatchObject({ ok: true });
  const undone = await undoDecisions(ada, { events: [edited.ok ? edited.event : ""] });
  expect(undone).toMatchObject({ decided: [{ error: "staleVersion" }] });
  expect(await stored(waits.id)).toMatchObject({ body: "Read." });
});

test("its author goes on from the changed text, and only from that; then it is theirs", async () => {
  const ada = await makeUser();
  const { id } = await reply({ status: "pending" });
  const typed = { body: "Mine again.", seen: editVersion({ status: "pending", editedAt: null }) };
  await editAsStaff(ada, { id, from: "pending", seen: "", body: "Ask Mr Smith." });
  expect(await editComment(receiptKey(id), typed)).toMatchObject({ error: "staleVersion" });
  const { editedAt } = await stored(id);
  expect(await editComment(receiptKey(id), { ...typed, seen: editVersion({ status: "pending", editedAt }) })).toEqual({ ok: true });
  expect(await stored(id)).toMatchObject({ body: "Mine again.", editedByStaff: false });
});

test("who takes a reply back takes back what it said before, too", async () => {
  const { id } = await reply();
  await editAsStaff(await makeUser(), { id, from: "approved", seen: "", body: "Ask." });
  await privateDb.$transaction((tx) => eraseComment(tx, id));
  expect(await privateDb.commentEdit.count({ where: { commentId: id } })).toBe(0);
  expect(await stored(id)).toMatchObject({ editedByStaff: false });
});
