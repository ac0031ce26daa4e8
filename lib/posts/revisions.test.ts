import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { notePresence } from "@/lib/posts/presence";
import { publishPost } from "@/lib/posts/publish";
import { restoreRevision } from "@/lib/posts/restore";
import { postRevisions } from "@/lib/posts/revisions";
import { savePost } from "@/lib/posts/save";
import { updatePost } from "@/lib/posts/update";
import { makePost, makeUser } from "@/lib/testing/make";
import type { Actor } from "@/lib/users/policy";

const editor = await makeUser({ role: "editor", name: "Ada Lovelace" });
const grace = await makeUser({ role: "editor", name: "Grace Hopper" });
const author = await makeUser({ role: "author" });
const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "A paragraph." }] }] };
const typed = (more: object = {}) => ({ title: `A title ${randomUUID()}`, body, lang: "en", ...more });

async function saved(actor: Actor, input: object) {
  const result = await savePost(actor, input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { id: result.id, version: result.version };
}
const revisionsOf = (postId: string) =>
  privateDb.postRevision.findMany({
    where: { postId },
    orderBy: { version: "asc" },
    select: { version: true, kind: true, userId: true, fields: true },
  });
const auto = { isAutosave: true };

test("autosaves of one writer are one revision; a save by hand, and another writer, begin new ones", async () => {
  let post = await saved(editor, typed(auto));
  post = await saved(editor, typed({ ...post, ...auto, title: "Ada types" }));
  post = await saved(editor, typed({ ...post, title: "Ada saves" }));
  post = await saved(editor, typed({ ...post, ...auto, title: "Ada types on" }));
  post = await saved(grace, typed({ ...post, ...auto, title: "Grace types" }));
  expect(await revisionsOf(post.id)).toMatchObject([
    { version: 2, kind: "autosave", userId: editor.id, fields: { title: "Ada types" } },
    { version: 3, kind: "save", fields: { title: "Ada saves" } },
    { version: 4, kind: "autosave", userId: editor.id },
    { version: 5, kind: "autosave", userId: grace.id },
  ]);
  const ledger = await privateDb.auditEvent.count({ where: { subjectId: post.id, act: "post.save" } });
  expect(ledger).toBe(4);
});

test("what was published stays a revision, whatever is typed afterwards", async () => {
  let post = await saved(editor, typed({ ...auto, title: "Published" }));
  await publishPost(editor, { id: post.id });
  post = await saved(editor, typed({ ...post, ...auto, title: "Typed after" }));
  await updatePost(editor, { id: post.id, version: post.version, showAsUpdated: true });
  post = await saved(editor, typed({ ...post, ...auto, title: "Typed later" }));
  expect((await revisionsOf(post.id)).map(({ fields }) => fields)).toMatchObject([
    { title: "Published" },
    { title: "Typed after" },
    { title: "Typed later" },
  ]);
  const row = await privateDb.post.findUniqueOrThrow({ where: { id: post.id } });
  expect(row).toMatchObject({ title: "Typed after", version: 3, appliedVersion: 2 });
  expect(row.revisedAt).not.toBe(null);
});

test("a save whose answer was lost is known by its key: its retry is stored, no second post is made, and a late one is refused", async () => {
  const [id, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  await saved(editor, typed({ id, key: first, title: "Lost answer" }));
  const again = await saved(editor, typed({ id, key: second, unanswered: [first], title: "Typed on" }));
  expect(again).toEqual({ id, version: 2 });
  expect(await savePost(editor, typed({ id, key: randomUUID(), title: "An older one, late" }))).toMatchObject({ error: "staleVersion" });
  expect(await savePost(grace, typed({ id, key: randomUUID(), unanswered: [second] }))).toMatchObject({ error: "staleVersion" });
  expect(await privateDb.post.findUniqueOrThrow({ where: { id } })).toMatchObject({ title: "Typed on", version: 2 });
});

test("of 200 saves at once one wins the version, each of the others is told, and no acknowledged text is lost", async () => {
  const post = await saved(editor, typed({ title: "Crowded" }));
  const acknowledged = new Map([[post.version, "Crowded"]]);
  const note = (title: string, version: number) => {
    expect(acknowledged.has(version), `version ${version} won twice`).toBe(false);
    acknowledged.set(version, title);
  };
  const all = await Promise.all(
    Array.from({ length: 200 }, async (_, nth) => {
      // Who finds no connection in time is told nothing, as in an outage; such a text is not acknowledged.
      const result = await savePost(editor, typed({ ...post, title: `First ${nth}` })).catch(() => null);
      if (!result) return "unanswered";
      if (result.ok) note(`First ${nth}`, result.version);
      return result.ok ? "won" : result.error;
    }),
  );
  expect(all.filter((each) => each === "won")).toHaveLength(1);
  expect(all.filter((each) => each === "staleVersion" || each === "unanswered")).toHaveLength(199);
  // Whoever is told has seen the other text, and saves on that one until it is stored.
  await Promise.all(
    Array.from({ length: 10 }, async (_, nth) => {
      for (let version = post.version; ;) {
        const result = await savePost(editor, typed({ id: post.id, version, title: `Then ${nth}` }));
        if (result.ok) return note(`Then ${nth}`, result.version);
        if (!("stored" in result)) throw new Error(result.error);
        version = result.stored.version;
      }
    }),
  );
  const stored = await revisionsOf(post.id);
  expect(stored.map(({ version }) => version)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  for (const { version, fields } of stored) expect(fields).toMatchObject({ title: acknowledged.get(version) });
}, 60_000);

test("two revisions are shown side by side, and an older one comes back as a new one", async () => {
  const first = await saved(editor, typed({ title: "The old title", slug: "the-old-title" }));
  const second = await saved(grace, typed({ ...first, title: "The new title", slug: "the-new-title" }));
  const shown = await postRevisions(editor, first.id, {});
  if (!shown.ok || !shown.compared) throw new Error("there must be a comparison");
  expect(shown.listed).toMatchObject([
    { version: 2, by: "Grace Hopper" },
    { version: 1, by: "Ada Lovelace" },
  ]);
  expect(shown.compared.title.right?.parts.filter(({ isOwn }) => isOwn)).toEqual([{ text: "new", isOwn: true }]);
  expect(shown.compared).toMatchObject({ fields: ["slug"], body: [{ isSame: true }] });
  expect(await restoreRevision(editor, { id: first.id, version: 1, revision: 1 })).toEqual({ ok: false, error: "staleVersion" });
  expect(await restoreRevision(editor, { id: first.id, version: second.version, revision: 7 })).toEqual({ ok: false, error: "notFound" });
  expect(await restoreRevision(editor, { id: first.id, version: second.version, revision: 1 })).toMatchObject({ ok: true, version: 3 });
  expect(await privateDb.post.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
    title: "The old title",
    slug: "the-old-title",
  });
  expect((await revisionsOf(first.id)).map(({ kind }) => kind)).toEqual(["save", "save", "restore"]);
});

test("the text of a post from before there were revisions is kept as one before the first save goes over it", async () => {
  const post = await makePost({ title: "From before" });
  await saved(editor, typed({ id: post.id, version: 1, ...auto, title: "Typed over" }));
  expect(await revisionsOf(post.id)).toMatchObject([
    { version: 1, kind: "save", userId: null, fields: { title: "From before" } },
    { version: 2, kind: "autosave", fields: { title: "Typed over" } },
  ]);
});

test("revisions are for who may open the post; who may not write it brings none back", async () => {
  const post = await saved(editor, typed());
  expect(await postRevisions(author, post.id, {})).toEqual({ ok: false, error: "forbidden" });
  expect(await restoreRevision(author, { id: post.id, version: 1, revision: 1 })).toEqual({ ok: false, error: "forbidden" });
  expect(await postRevisions(editor, "no id", {})).toEqual({ ok: false, error: "postNotFound" });
  expect(await postRevisions(editor, (await makePost()).id, { to: "x" })).toMatchObject({ ok: true, listed: [], compared: null });
});

test("who has a post open is seen by others until they leave or fall silent", async () => {
  const post = await makePost();
  expect(await notePresence(editor, { id: post.id })).toMatchObject({ ok: true, others: [], version: 1, savedBy: null });
  expect(await notePresence(grace, { id: post.id })).toMatchObject({ others: [{ name: "Ada Lovelace" }] });
  await notePresence(editor, { id: post.id, isLeaving: true });
  expect(await notePresence(grace, { id: post.id })).toMatchObject({ others: [] });
  await notePresence(editor, { id: post.id });
  await privateDb.postPresence.updateMany({ where: { userId: editor.id }, data: { seenAt: new Date(Date.now() - 31_000) } });
  expect(await notePresence(grace, { id: post.id })).toMatchObject({ others: [] });
  expect(await notePresence(author, { id: post.id })).toEqual({ ok: false, error: "forbidden" });
  expect(await notePresence(editor, { id: randomUUID() })).toEqual({ ok: false, error: "postNotFound" });
});
