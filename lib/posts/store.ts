import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import { noteAddresses } from "@/lib/index-now/note-addresses";
import { enqueue } from "@/lib/jobs/queue";
import { moveAddress, settleSlug } from "@/lib/posts/address";
import type { CurrentPost } from "@/lib/posts/current";
import { DOCUMENT_VERSION } from "@/lib/posts/document";
import { isLanguageTaken } from "@/lib/posts/translation-group";
import { picturesOf } from "@/lib/posts/pictures";
import { placeTags } from "@/lib/posts/places";
import { renderDocument } from "@/lib/posts/render";
import type { PostFields } from "@/lib/posts/schema";
import { listTag } from "@/lib/posts/showing";
import { countWords } from "@/lib/posts/words";
import type { ErrorCode, Refusal, Result } from "@/lib/result";

/** What a save made. */
export type Stored = { id: string; slug: string; version: number };

/**
 * Writes a post's row with all that hangs on it: texts made from the document, address and redirect, by-lines, tags,
 * Related Posts, pictures, and what readers' pages must hear. Shared by saves of what is not public, by `applyNewest`
 * and the import; who calls it has checked the policy and locked the post, and keeps the revision. Takes parsed fields
 * and the version that the row will show. Returns id, slug and version, or a refusal that names the field: `slugTaken`,
 * `slugReserved`, `languageTaken` by a translation, `invalidChoice` for something chosen that is not there; then nothing was written.
 */
export async function storePost(tx: Tx, fields: PostFields, current: CurrentPost, version: number): Promise<Result<Stored>> {
  const { mediaIds } = renderDocument(fields.body);
  const pictures = await picturesOf(tx, mediaIds);
  const wrong = await wrongChoice(tx, fields, current, mediaIds.length === pictures.size);
  if (wrong) return wrong;
  const settled = await settleSlug(tx, { slug: fields.slug, title: fields.title, current });
  if (!settled.ok) return settled;
  const slug = settled.slug || `post-${current.id}`;
  const { html, text, headings } = renderDocument(fields.body, pictures, fields.lang);
  const words = countWords([fields.title, fields.standfirst, text].join("\n"));
  const made = { bodySchema: DOCUMENT_VERSION, bodyHtml: html, bodyText: text, headings, words };
  if (slug !== current.slug) await moveAddress(tx, current, slug);
  const { id, kind, authorIds, tagIds, relatedIds, mutualIds, ...columns } = fields;
  const isPublic = current.status === "published";
  const places = isPublic ? await placeTags(tx, current.id) : [];
  const stored = await tx.post.update({
    where: { id: current.id },
    data: { ...columns, ...made, slug, version, appliedVersion: version, updatedAt: new Date() },
    select: { id: true, slug: true, version: true },
  });
  await storeAuthors(tx, current.id, authorIds);
  await storeTags(tx, current.id, tagIds);
  await storeRelated(tx, current.id, relatedIds, mutualIds);
  await storeMedia(tx, current.id, mediaIds);
  if (isPublic) {
    await markChanged(
      tx,
      tags.post(current.id),
      listTag(current.kind),
      tags.missing(slug),
      ...places,
      ...(await placeTags(tx, current.id)),
    );
    await enqueue(tx, "post.relate", { postId: current.id });
    await noteAddresses(tx, current.slug, slug);
  }
  return { ok: true, ...stored };
}

/** Each thing chosen by id must be there. Indexes: primary keys. */
async function wrongChoice(tx: Tx, fields: PostFields, current: CurrentPost, allPictures: boolean): Promise<Refusal | null> {
  const { categoryId, leadMediaId, authorIds, relatedIds } = fields;
  const is = (ids: string[]) => ({ id: { in: ids } });
  const wrong: Record<string, ErrorCode[]> = {};
  if (await isLanguageTaken(tx, current.id, fields.lang)) wrong.lang = ["languageTaken"];
  if (!allPictures) wrong.body = ["invalidDocument"];
  if (categoryId && !(await tx.category.count({ where: { id: categoryId } }))) wrong.categoryId = ["invalidChoice"];
  if (leadMediaId && !(await tx.media.count({ where: { id: leadMediaId } }))) wrong.leadMediaId = ["invalidChoice"];
  if (authorIds && (await tx.user.count({ where: is(authorIds) })) < authorIds.length) wrong.authorIds = ["invalidChoice"];
  const related = relatedIds.length && (await tx.post.count({ where: { ...is(relatedIds), kind: "post" } }));
  if (related < relatedIds.length || relatedIds.includes(current.id)) wrong.relatedIds = ["invalidChoice"];
  return Object.keys(wrong).length ? { ok: false, error: "invalid", fields: wrong } : null;
}

async function storeAuthors(tx: Tx, postId: string, authorIds: string[] | undefined): Promise<void> {
  if (!authorIds) return;
  await tx.postAuthor.deleteMany({ where: { postId } });
  await tx.postAuthor.createMany({ data: authorIds.map((userId, position) => ({ postId, userId, position })) });
}

/** A tag that was merged or deleted since it was chosen is left out: no text waits for it. FOR KEY SHARE: it cannot go under us. */
async function storeTags(tx: Tx, postId: string, tagIds: string[]): Promise<void> {
  const found = await tx.$queryRaw<{ id: string }[]>`select id from tag where id = any (${tagIds}::uuid[]) for key share`;
  const there = new Set(found.map(({ id }) => id));
  await tx.postTag.deleteMany({ where: { postId } });
  const kept = tagIds.filter((id) => there.has(id));
  await tx.postTag.createMany({ data: kept.map((tagId, position) => ({ postId, tagId, position })) });
}

async function storeRelated(tx: Tx, postId: string, relatedIds: string[], mutualIds: string[]): Promise<void> {
  await tx.relatedPost.deleteMany({ where: { postId } });
  const rows = relatedIds.map((relatedId, position) => ({ postId, relatedId, position, isMutual: mutualIds.includes(relatedId) }));
  await tx.relatedPost.createMany({ data: rows });
}

async function storeMedia(tx: Tx, postId: string, mediaIds: string[]): Promise<void> {
  await tx.postMedia.deleteMany({ where: { postId } });
  await tx.postMedia.createMany({ data: mediaIds.map((mediaId) => ({ postId, mediaId })) });
}
