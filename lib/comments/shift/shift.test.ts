import { beforeAll, expect, test } from "vitest";
import { editComment } from "@/lib/comments/edit";
import { editVersion } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { setBrake } from "@/lib/comments/shift/brake";
import { shiftOf } from "@/lib/comments/shift/newsroom";
import { leaveNote, removeNote } from "@/lib/comments/shift/note";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";
import { makePost, makeUser } from "@/lib/testing/make";

beforeAll(async () => {
  await privateDb.setting.create({ data: { key: "moderation", value: "publish" } });
});

let senders = 0;

/** Sends a reply, each from a network of its own; returns what came of it. */
async function send(postId: string, { email = `${crypto.randomUUID()}@example.org`, ip = `198.51.${senders++}.1` } = {}) {
  return submitComment({ ip, agent: "test" }, { postId, name: "Grace", email, body: `A thought ${crypto.randomUUID()}` });
}

async function statusOf(sent: Awaited<ReturnType<typeof send>>): Promise<string> {
  if (!sent.ok) return sent.error;
  return (await privateDb.comment.findUniqueOrThrow({ where: { id: sent.commentId } })).status;
}

test("from now on everything is held, on one post or the whole site, whatever the settings publish; and let go on", async () => {
  const ada = await makeUser({ role: "moderator" });
  const [post, other] = [await makePost({ status: "published" }), await makePost({ status: "published" })];
  expect(await setBrake(ada, { postId: post.id, holdsAll: "yes" })).toEqual({ ok: true });
  expect([await statusOf(await send(post.id)), await statusOf(await send(other.id))]).toEqual(["pending", "approved"]);
  // Set once more, it is no act.
  expect(await setBrake(ada, { postId: post.id, holdsAll: "yes" })).toEqual({ ok: true });
  expect(await shiftOf(ada, `/${post.slug}`)).toMatchObject({
    site: { holdsAll: false, slowSeconds: 0 },
    posts: [{ holdsAll: true, post: { id: post.id } }],
    post: { id: post.id },
  });
  expect(await setBrake(ada, { postId: "", holdsAll: "yes" })).toEqual({ ok: true });
  expect(await statusOf(await send(other.id))).toBe("pending");
  for (const postId of ["", post.id]) await setBrake(ada, { postId });
  expect([await statusOf(await send(post.id)), await statusOf(await send(other.id))]).toEqual(["approved", "approved"]);
  const acts = await privateDb.auditEvent.findMany({
    where: { act: "desk.brake" },
    select: { subjectType: true, to: true },
    orderBy: { id: "asc" },
  });
  expect(acts.slice(0, 2)).toEqual([
    { subjectType: "post", to: { holdsAll: true, slowSeconds: 0 } },
    { subjectType: "setting", to: { holdsAll: true, slowSeconds: 0 } },
  ]);
});

test("what its author changes while everything is held waits, too", async () => {
  const ada = await makeUser({ role: "moderator" });
  const post = await makePost({ status: "published" });
  const sent = await send(post.id);
  if (!sent.ok) throw new Error(sent.error);
  await setBrake(ada, { postId: post.id, holdsAll: "yes" });
  const before = await privateDb.comment.findUniqueOrThrow({ where: { id: sent.commentId } });
  const edit = { body: "Another thought", seen: editVersion(before) };
  expect(await editComment(receiptKey(sent.commentId), edit)).toEqual({ ok: true });
  expect([before.status, await statusOf(sent)]).toEqual(["approved", "pending"]);
});

test("in slow mode one waits from one reply to the next under an address; others do not, and who types it elsewhere learns nothing", async () => {
  const ada = await makeUser({ role: "moderator" });
  const [post, other] = [await makePost({ status: "published" }), await makePost({ status: "published" })];
  await setBrake(ada, { postId: post.id, slowSeconds: "300" });
  const me = { email: "grace@example.org", ip: "203.0.113.40" };
  expect(await send(post.id, me)).toMatchObject({ ok: true });
  const refused = await send(post.id, me);
  expect(refused).toMatchObject({ ok: false, error: "tooMany" });
  expect("retryAfter" in refused && refused.retryAfter).toBeGreaterThan(200);
  expect(await send(post.id, { ...me, email: "ada@example.org" })).toMatchObject({ ok: true });
  expect(await send(post.id, { ...me, ip: "198.51.100.40" })).toMatchObject({ ok: true });
  expect(await send(other.id, me)).toMatchObject({ ok: true });
});

test("in slow mode a school class behind one network writes at once; who types ever new addresses there comes to an end", async () => {
  const post = await makePost({ status: "published" });
  await setBrake(await makeUser({ role: "moderator" }), { postId: post.id, slowSeconds: "300" });
  // The site's own limits of one network shall not be what is seen.
  for (const key of ["repliesPerMinute", "repliesPerHour"]) await privateDb.setting.create({ data: { key, value: 1000 } });
  const ip = "203.0.113.30";
  for (let pupil = 1; pupil <= 30; pupil++) expect(await send(post.id, { ip })).toMatchObject({ ok: true });
  expect(await send(post.id, { ip })).toMatchObject({ ok: false, error: "tooMany" });
  await privateDb.setting.deleteMany({ where: { key: { in: ["repliesPerMinute", "repliesPerHour"] } } });
});

test("notes for the next shift are left and removed by whoever moderates; the ledger says that, and not what they said", async () => {
  const [ada, author] = [await makeUser({ role: "moderator" }), await makeUser({ role: "author" })];
  expect(await leaveNote(ada, { text: "  Keep an eye on the harbour.  " })).toEqual({ ok: true });
  const [note] = (await shiftOf(ada))?.notes ?? [];
  expect(note).toMatchObject({ text: "Keep an eye on the harbour.", by: ada.name });
  expect(await removeNote(ada, { id: note?.id })).toEqual({ ok: true });
  expect(await removeNote(ada, { id: note?.id })).toEqual({ ok: false, error: "notFound" });
  expect(JSON.stringify(await privateDb.auditEvent.findMany({ where: { subjectType: "note" } }))).not.toContain("harbour");
  expect(await leaveNote(ada, { text: " " })).toMatchObject({ error: "invalid", fields: { text: ["required"] } });
  expect(await setBrake(ada, { postId: crypto.randomUUID(), holdsAll: "yes" })).toEqual({ ok: false, error: "postNotFound" });
  expect(await setBrake(ada, { slowSeconds: "7" })).toMatchObject({ error: "invalid" });
  for (const act of [setBrake, leaveNote, removeNote])
    expect(await act(author, { id: note?.id, text: "x" })).toEqual({ ok: false, error: "forbidden" });
  expect(await shiftOf(author)).toBeNull();
});
