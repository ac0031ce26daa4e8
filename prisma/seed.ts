import fs from "node:fs/promises";
import path from "node:path";
import { lockComment, moveComment } from "@/lib/comments/move";
import { submitComment } from "@/lib/comments/submit";
import { privateDb } from "@/lib/db/private";
import { uploadMedia } from "@/lib/media/upload";
import { documentFromText } from "@/lib/posts/import-text";
import { publishPost } from "@/lib/posts/publish";
import { savePost } from "@/lib/posts/save";
import type { PostInput } from "@/lib/posts/schema";
import type { Refusal } from "@/lib/result";
import type { MenuItem } from "@/lib/settings/arrangement";
import { createCategory } from "@/lib/taxonomy/create-category";
import type { Actor } from "@/lib/users/policy";
import { isSeedDue, UNDERWAY } from "./seed-due";
import { authors, pages, posts, type AuthorKey, type DemoComment, type DemoPost } from "./content/newsroom";

const CONTENT = path.resolve("prisma/content");
/** Of RFC 5737's addresses for documentation; each comment has its own, so that the throttle does not count them together. */
const READER_NETWORK = "192.0.2";

/**
 * Fills an empty site with the demo newsroom, by the same acts as people use; only what no act may do is written
 * directly: users without an invitation (nobody reads their mail), dates in the past, and the menu. Returns whether it did;
 * a site with a post is left alone. Throws when an act refuses: then the content is wrong.
 */
export async function seedDemo(): Promise<boolean> {
  if (!(await isSeedDue())) return false;
  await privateDb.setting.upsert({ where: { key: UNDERWAY }, create: { key: UNDERWAY, value: true }, update: {} });
  const staff = { osterloh: await author("osterloh"), wyke: await author("wyke") };
  for (const { file, slug, lang, at } of pages) {
    await seedPost(staff.osterloh, { kind: "page", slug, lang, ...(await textOf(file)) }, at);
  }
  const pictures = await Promise.all(posts.map((post) => leadPicture(staff.osterloh, post)));
  const ids = new Map<string, string>();
  for (const [index, post] of posts.entries()) {
    const id = await seedPost(staff.osterloh, await inputOf(post, staff[post.author], ids, pictures[index]), post.at);
    ids.set(post.slug, id);
    await seedComments(staff, id, post.comments ?? []);
  }
  await fillHeaderMenu();
  await privateDb.setting.delete({ where: { key: UNDERWAY } });
  return true;
}

async function author(key: keyof typeof authors): Promise<Actor> {
  const { email, ...rest } = authors[key];
  return privateDb.user.upsert({ where: { email }, create: { email, ...rest }, update: {}, select: { id: true, name: true, role: true } });
}

/** The sections, as a newsroom has them in its header. An administrator's to say, who need not be there yet. */
async function fillHeaderMenu(): Promise<void> {
  const categories = await privateDb.category.findMany({ select: { id: true }, orderBy: { name: "asc" } });
  const value = categories.map(({ id }) => ({ kind: "category", id }) satisfies MenuItem);
  const data = { key: "headerMenu", value, isPublic: true };
  await privateDb.setting.upsert({ where: { key: data.key }, create: data, update: {}, select: { key: true } });
}

async function textOf(file: string) {
  const { title, standfirst, blocks } = documentFromText(await fs.readFile(path.join(CONTENT, `${file}.txt`), "utf8"));
  return { title, standfirst, body: { type: "doc" as const, content: blocks } };
}

async function leadPicture(editor: Actor, { slug, picture }: DemoPost): Promise<string | null> {
  if (!picture || (await privateDb.post.count({ where: { slug } }))) return null;
  const bytes = await fs.readFile(path.join(CONTENT, `${picture.file}.png`));
  return done(await uploadMedia(editor, { bytes, alt: picture.alt })).id;
}

async function inputOf(post: DemoPost, by: Actor, ids: Map<string, string>, leadMediaId: string | null | undefined) {
  const { slug, lang, category, related = [] } = post;
  const { id: categoryId } = done(await createCategory(by, { name: category }));
  const relatedIds = related.flatMap((chosen) => ids.get(chosen) ?? []);
  return { slug, lang, categoryId, authorIds: [by.id], relatedIds, leadMediaId, ...(await textOf(post.file)) };
}

async function seedPost(editor: Actor, input: PostInput & { slug: string }, at: string): Promise<string> {
  const found = await privateDb.post.findUnique({ where: { slug: input.slug }, select: { id: true } });
  const id = found?.id ?? (await saveNew(editor, input));
  done(await publishPost(editor, { id }));
  await privateDb.post.update({ where: { id }, data: { publishedAt: at, updatedAt: at }, select: { id: true } });
  return id;
}

async function saveNew(editor: Actor, input: PostInput): Promise<string> {
  const saved = await savePost(editor, input);
  if (!saved.ok) throw refusedDemo(saved);
  return saved.id;
}

async function seedComments(staff: Record<AuthorKey, Actor>, postId: string, comments: DemoComment[], parentId = ""): Promise<void> {
  for (const { name, by, at, body, answers = [] } of comments) {
    const sender = { ip: `${READER_NETWORK}.${new Date(at).getUTCMinutes()}`, agent: "demo" };
    const email = by ? authors[by].email : "reader@example.org";
    const { commentId } = done(await submitComment(sender, { postId, parentId, name, body, email }, by && staff[by]));
    await approve(commentId);
    await privateDb.comment.update({ where: { id: commentId }, data: { createdAt: at, decidedAt: at }, select: { id: true } });
    await seedComments(staff, postId, answers, commentId);
  }
}

/** Nobody decides on it: it is no work of the desk's, whose overview would count the years since it was written. */
async function approve(id: string): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    const comment = await lockComment(tx, id);
    if (comment?.status !== "pending") return;
    await moveComment(tx, { actorId: null, rule: "firstStart" }, comment, "approved", "comment.approve");
  });
}

function done<T extends { ok: true }>(result: T | Refusal): T {
  if (!result.ok) throw refusedDemo(result);
  return result;
}

function refusedDemo(refusal: Refusal): Error {
  return new Error(`The demo newsroom was refused: ${JSON.stringify(refusal)}`);
}
