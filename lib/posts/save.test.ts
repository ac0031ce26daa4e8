import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { besideTags } from "@/lib/posts/beside";
import { publishPost } from "@/lib/posts/publish";
import { savePost } from "@/lib/posts/save";
import type { Stored } from "@/lib/posts/store";
import { updatePost } from "@/lib/posts/update";
import { withdrawPost } from "@/lib/posts/withdraw";
import { makePost, makeUser } from "@/lib/testing/make";
import { heardDuring } from "@/lib/testing/heard";
import type { Actor } from "@/lib/users/policy";

const editor = await makeUser({ role: "editor" });
const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "A paragraph." }] }] };
const typed = (more: object = {}) => ({ title: `A title ${randomUUID()}`, body, lang: "en", ...more });

async function saved(actor: Actor, input: object): Promise<Stored> {
  const result = await savePost(actor, input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { id: result.id, slug: result.slug, version: result.version };
}
/** Saves, and brings it before readers. */
async function updated(actor: Actor, input: object): Promise<Stored> {
  const { id, version } = await saved(actor, input);
  const result = await updatePost(actor, { id, version });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { id, slug: result.slug, version };
}
const newest = (postId: string) => privateDb.postRevision.findFirstOrThrow({ where: { postId }, orderBy: { version: "desc" } });
const stored = (id: string) =>
  privateDb.post.findUniqueOrThrow({
    where: { id },
    include: { authors: true, related: { orderBy: { position: "asc" } }, redirects: true },
  });

test("a new post is a draft with its writer's by-line, and the ledger tells who made it", async () => {
  const { id, slug } = await saved(editor, typed({ title: " Über\u0000 uns\n ", standfirst: "Kurz." }));
  expect(slug).toBe("ueber-uns");
  expect(await stored(id)).toMatchObject({
    status: "draft",
    title: "Über uns",
    standfirst: "Kurz.",
    bodyHtml: "<p>A paragraph.</p>",
    bodyText: "A paragraph.",
    version: 1,
    publishedAt: null,
    authors: [{ userId: editor.id }],
  });
  expect(await privateDb.auditEvent.findMany({ where: { subjectId: id }, select: { actorId: true, act: true, to: true } })).toEqual([
    { actorId: editor.id, act: "post.save", to: { version: 1, slug } },
  ]);
});

test.each([
  [{ title: " " }, { title: ["required"] }],
  [{ title: "x".repeat(301) }, { title: ["tooLong"] }],
  [{ standfirst: "x".repeat(2001) }, { standfirst: ["tooLong"] }],
  [{ slug: "Größe" }, { slug: ["invalidSlug"] }],
  [{ slug: "admin" }, { slug: ["slugReserved"] }],
  [{ categoryId: randomUUID() }, { categoryId: ["invalidChoice"] }],
  [{ leadMediaId: randomUUID() }, { leadMediaId: ["invalidChoice"] }],
  [{ relatedIds: [randomUUID()] }, { relatedIds: ["invalidChoice"] }],
  [{ closeAfterDays: "-3" }, { closeAfterDays: ["invalidNumber"] }],
  [{ closeAfterDays: "1.5" }, { closeAfterDays: ["invalidNumber"] }],
  [{ closeAfterDays: "99999999999" }, { closeAfterDays: ["invalidNumber"] }],
  [{ authorIds: [randomUUID()] }, { authorIds: ["invalidChoice"] }],
  [{ canonicalUrl: "example.org/a" }, { canonicalUrl: ["invalidUrl"] }],
  [{ closeAfterDays: "soon" }, { closeAfterDays: ["invalidNumber"] }],
  [{ seoTitle: "x".repeat(301) }, { seoTitle: ["tooLong"] }],
  [{ body: { type: "doc", content: [{ type: "figure", attrs: { src: `/media/${randomUUID()}/800.webp` } }] } }, { body: ["altRequired"] }],
  [
    { body: { type: "doc", content: [{ type: "figure", attrs: { src: `/media/${randomUUID()}/800.webp`, alt: "x" } }] } },
    { body: ["invalidDocument"] },
  ],
])("%j is kept and named; it cannot be published until it is right", async (wrong, fields) => {
  const kept = await savePost(editor, typed(wrong));
  if (!kept.ok) throw new Error(kept.error);
  expect(kept.wrong).toEqual(fields);
  expect(await newest(kept.id)).toMatchObject({ version: 1, kind: "save", userId: editor.id, fields: wrong });
  expect(await stored(kept.id)).toMatchObject({ appliedVersion: 0, bodyText: "" });
  expect(await publishPost(editor, { id: kept.id })).toMatchObject({ ok: false, error: "invalid", fields });
  const mended = await saved(editor, typed({ id: kept.id, version: 1 }));
  expect(await stored(kept.id)).toMatchObject({ appliedVersion: 2, bodyText: "A paragraph." });
  expect(await publishPost(editor, { id: mended.id })).toMatchObject({ ok: true });
});

test.each([
  [{ lang: "German" }, { lang: ["invalidChoice"] }],
  [{ body: { type: "doc", content: [{ type: "iframe" }] } }, { body: ["invalidDocument"] }],
  [{ title: 7 }, { title: ["invalid"] }],
  [{ key: "mine" }, { key: ["invalid"] }],
])("%j is nothing that the editor sends: it is refused, and nothing is stored", async (wrong, fields) => {
  const before = await privateDb.post.count();
  expect(await savePost(editor, typed(wrong))).toMatchObject({ ok: false, error: "invalid", fields });
  expect(await privateDb.post.count()).toBe(before);
});

test("posts of one title stand at numbered addresses, and a title of no letters at its post's id", async () => {
  const title = "Der Besuch";
  expect((await saved(editor, typed({ title }))).slug).toBe("der-besuch");
  expect((await saved(editor, typed({ title }))).slug).toBe("der-besuch-2");
  expect((await saved(editor, typed({ title: "Admin" }))).slug).toBe("admin-2");
  const nothingLeft = await saved(editor, typed({ title: "平壤" }));
  expect(nothingLeft.slug).toBe(`post-${nothingLeft.id}`);
  expect(await savePost(editor, typed({ slug: "der-besuch" }))).toMatchObject({ wrong: { slug: ["slugTaken"] } });
});

test("eight posts of one title, saved at once, get eight addresses", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => saved(editor, typed({ title: "Zugleich" }))));
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(8);
});

test("a draft's address follows its title; a public one stays until it is changed, and then leads on for good", async () => {
  const draft = await saved(editor, typed({ title: "First name" }));
  const renamed = await saved(editor, typed({ ...draft, slug: "", title: "Second name" }));
  expect(renamed.slug).toBe("second-name");
  expect((await stored(draft.id)).redirects).toEqual([]);
  await publishPost(editor, { id: draft.id });
  const kept = await updated(editor, typed({ ...renamed, slug: "", title: "Third name" }));
  expect(kept.slug).toBe("second-name");
  const moved = await updated(editor, typed({ ...kept, slug: "third-name" }));
  expect((await stored(draft.id)).redirects).toMatchObject([{ slug: "second-name" }]);
  expect((await saved(editor, typed({ title: "Second name" }))).slug).toBe("second-name-2");
  const back = await updated(editor, typed({ ...moved, slug: "second-name" }));
  expect(back.slug).toBe("second-name");
  expect((await stored(draft.id)).redirects).toMatchObject([{ slug: "third-name" }]);
});

test("who saves an older version is shown the stored one, and nothing is overwritten", async () => {
  const post = await saved(editor, typed({ title: "Both write" }));
  const grace = await makeUser({ name: "Grace Hopper" });
  await saved(grace, typed({ ...post, title: "Grace was first" }));
  expect(await savePost(editor, typed({ ...post, title: "Ada was second" }))).toMatchObject({
    error: "staleVersion",
    stored: { fields: { title: "Grace was first", body }, version: 2, saved: { by: "Grace Hopper" } },
  });
  expect(await stored(post.id)).toMatchObject({ title: "Grace was first", version: 2 });
});

test("eight people who save one post until they are through lose no text: each version is one's, and a revision tells it", async () => {
  const post = await saved(editor, typed({ title: "Begun" }));
  const saveUntilThrough = async (title: string) => {
    let { version } = post;
    for (;;) {
      const result = await savePost(editor, typed({ id: post.id, version, title }));
      if (result.ok) return result.version;
      if (!("stored" in result)) throw new Error(result.error);
      version = result.stored.version;
    }
  };
  const versions = await Promise.all(Array.from({ length: 8 }, (_, nth) => saveUntilThrough(`Of ${nth}`)));
  expect(new Set(versions)).toEqual(new Set(Array.from({ length: 8 }, (_, nth) => nth + 2)));
  const revisions = await privateDb.postRevision.findMany({ where: { postId: post.id }, select: { version: true, fields: true } });
  const titleAt = new Map(revisions.map(({ version, fields }) => [version, (fields as { title: string }).title]));
  versions.forEach((version, nth) => expect(titleAt.get(version)).toBe(`Of ${nth}`));
});

test("Related Posts keep the editor's order, and a post is not its own", async () => {
  const [first, second] = [await makePost(), await makePost()];
  const post = await saved(editor, typed({ relatedIds: [second.id, first.id] }));
  expect((await stored(post.id)).related.map(({ relatedId }) => relatedId)).toEqual([second.id, first.id]);
  await saved(editor, typed({ ...post, relatedIds: [first.id] }));
  expect((await stored(post.id)).related.map(({ relatedId }) => relatedId)).toEqual([first.id]);
  expect(await savePost(editor, typed({ ...post, version: 2, relatedIds: [post.id] }))).toMatchObject({
    wrong: { relatedIds: ["invalidChoice"] },
  });
});

/** The list of the month in which a post was published. */
async function monthTag(id: string): Promise<string> {
  return tags.month((await stored(id)).publishedAt ?? new Date());
}

test("no save drops a page; a public post's update drops its own, the lists, and 'not found' at its new address", async () => {
  const post = await saved(editor, typed({ title: "Heard" }));
  expect(await heardDuring(() => saved(editor, typed({ ...post, title: "Heard again" })))).toEqual([]);
  await publishPost(editor, { id: post.id });
  const next = typed({ ...post, version: 2, slug: "heard-elsewhere" });
  expect(await heardDuring(() => saved(editor, next))).toEqual([]);
  const heard = await heardDuring(() => updatePost(editor, { id: post.id, version: 3 }));
  expect(heard.sort()).toEqual([await monthTag(post.id), "list:posts", "missing:heard-elsewhere", `post:${post.id}`].sort());
});

test("publishing drops the pages that show the post or chose it, the lists, and 'not found' at its address", async () => {
  const post = await saved(editor, typed({ title: "Chosen" }));
  const published = await heardDuring(() => publishPost(editor, { id: post.id }));
  const beside = await besideTags(privateDb, post.id);
  const showing = [await monthTag(post.id), "list:posts", "missing:chosen", `post:${post.id}`, ...new Set(beside)].sort();
  expect(published.sort()).toEqual(showing);
  expect(await heardDuring(() => publishPost(editor, { id: post.id }))).toEqual([]);
  expect((await heardDuring(() => withdrawPost(editor, { id: post.id }))).sort()).toEqual(showing);
  expect(await heardDuring(() => withdrawPost(editor, { id: post.id }))).toEqual([]);
});

test("published again, a post keeps the date of the first time; the ledger tells each step once", async () => {
  const { id } = await saved(editor, typed());
  await publishPost(editor, { id });
  const { publishedAt } = await stored(id);
  await withdrawPost(editor, { id });
  expect(await stored(id)).toMatchObject({ status: "unpublished", publishedAt });
  await publishPost(editor, { id });
  await publishPost(editor, { id });
  expect(await stored(id)).toMatchObject({ status: "published", publishedAt });
  const ledger = await privateDb.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" }, select: { act: true } });
  expect(ledger.map(({ act }) => act)).toEqual(["post.save", "post.publish", "post.withdraw", "post.publish"]);
});

test("a post without text or picture is not published", async () => {
  const { id } = await saved(editor, typed({ body: { type: "doc", content: [{ type: "paragraph" }] } }));
  expect(await publishPost(editor, { id })).toEqual({ ok: false, error: "invalid", fields: { body: ["required"] } });
});

test.each([[savePost], [publishPost], [withdrawPost]])("%o on a post that is not there says so", async (act) => {
  expect(await act(editor, typed({ id: randomUUID(), version: 1 }))).toEqual({ ok: false, error: "postNotFound" });
  expect(await act(editor, typed({ id: "1; drop table post", version: 1 }))).toMatchObject({ error: "invalid" });
});
