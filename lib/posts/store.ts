import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/private";
import { pictureColumns } from "@/lib/media/shown";
import { moveAddress, settleSlug } from "@/lib/posts/address";
import type { CurrentPost } from "@/lib/posts/current";
import { renderDocument, type Picture } from "@/lib/posts/render";
import type { PostFields } from "@/lib/posts/schema";
import { listTag } from "@/lib/posts/showing";
import type { ErrorCode, Refusal, Result } from "@/lib/result";

/** What a save made. */
export type Stored = { id: string; slug: string; version: number };

/** Who writes (null: the site itself, as with an import), and under which name the ledger keeps it. */
export interface Writer {
  actorId: string | null;
  act: "post.save" | "post.import";
}

/**
 * Writes a post with all that hangs on it: texts made from the document, address and redirect, by-lines, Related
 * Posts, pictures, the ledger's row, and what readers' pages must hear. Shared by the editor's save and the import;
 * who calls it has checked the policy and locked `current` (null makes a new post). Takes parsed fields. Returns the
 * post's id, slug and version, or a refusal that names the field: `slugTaken`, `slugReserved`, `invalidChoice` for
 * something chosen that is not there.
 */
export async function storePost(tx: Tx, writer: Writer, fields: PostFields, current: CurrentPost | null): Promise<Result<Stored>> {
  const { mediaIds } = renderDocument(fields.body);
  const pictures = await picturesOf(tx, mediaIds);
  const wrong = await wrongChoice(tx, fields, current, mediaIds.length === pictures.size);
  if (wrong) return wrong;
  const settled = await settleSlug(tx, { slug: fields.slug, title: fields.title, current });
  if (!settled.ok) return settled;
  const { slug } = settled;
  const { html, text, headings } = renderDocument(fields.body, pictures);
  const { kind, lang, title, standfirst, body, categoryId, leadMediaId, commentsOpen } = fields;
  const row = { lang, title, standfirst, body, bodyHtml: html, bodyText: text, headings, categoryId, leadMediaId, commentsOpen };
  if (current && slug !== current.slug) await moveAddress(tx, current, slug);
  const post = current
    ? await tx.post.update({
        where: { id: current.id },
        data: { ...row, slug, version: { increment: 1 }, updatedAt: new Date() },
        select: STORED,
      })
    : await createPost(tx, { ...row, kind, slug });
  await storeAuthors(tx, post.id, fields.authorIds);
  await storeRelated(tx, post.id, fields.relatedIds);
  await storeMedia(tx, post.id, mediaIds);
  await recordAudit(tx, {
    actorId: writer.actorId,
    act: writer.act,
    subject: { type: "post", id: post.id },
    ...(current && { from: { version: current.version, slug: current.slug } }),
    to: { version: post.version, slug: post.slug },
  });
  if (current?.status === "published") await markChanged(tx, tags.post(post.id), listTag(current.kind), tags.missing(slug));
  return { ok: true, ...post };
}

const STORED = { id: true, slug: true, version: true } as const;

async function createPost(tx: Tx, row: Parameters<Tx["post"]["create"]>[0]["data"] & { slug: string }): Promise<Stored> {
  if (row.slug) return tx.post.create({ data: row, select: STORED });
  // The id is known only when the row is there; until then it stands at an address that nobody can guess.
  const { id } = await tx.post.create({ data: { ...row, slug: `post-${randomUUID()}` }, select: { id: true } });
  return tx.post.update({ where: { id }, data: { slug: `post-${id}` }, select: STORED });
}

async function picturesOf(tx: Tx, ids: string[]): Promise<Map<string, Picture>> {
  if (ids.length === 0) return new Map();
  const found = await tx.media.findMany({
    where: { id: { in: ids } },
    select: pictureColumns,
    take: ids.length,
  });
  return new Map(found.map((picture) => [picture.id, picture]));
}

/** Each thing chosen by id must be there. Indexes: primary keys. */
async function wrongChoice(tx: Tx, fields: PostFields, current: CurrentPost | null, allPictures: boolean): Promise<Refusal | null> {
  const { categoryId, leadMediaId, authorIds, relatedIds } = fields;
  const is = (ids: string[]) => ({ id: { in: ids } });
  const wrong: Record<string, ErrorCode[]> = {};
  if (!allPictures) wrong.body = ["invalidDocument"];
  if (categoryId && !(await tx.category.count({ where: { id: categoryId } }))) wrong.categoryId = ["invalidChoice"];
  if (leadMediaId && !(await tx.media.count({ where: { id: leadMediaId } }))) wrong.leadMediaId = ["invalidChoice"];
  if (authorIds && (await tx.user.count({ where: is(authorIds) })) < authorIds.length) wrong.authorIds = ["invalidChoice"];
  const related = relatedIds.length && (await tx.post.count({ where: { ...is(relatedIds), kind: "post" } }));
  if (related < relatedIds.length || (current && relatedIds.includes(current.id))) wrong.relatedIds = ["invalidChoice"];
  return Object.keys(wrong).length ? { ok: false, error: "invalid", fields: wrong } : null;
}

async function storeAuthors(tx: Tx, postId: string, authorIds: string[] | undefined): Promise<void> {
  if (!authorIds) return;
  await tx.postAuthor.deleteMany({ where: { postId } });
  await tx.postAuthor.createMany({ data: authorIds.map((userId, position) => ({ postId, userId, position })) });
}

async function storeRelated(tx: Tx, postId: string, relatedIds: string[]): Promise<void> {
  await tx.relatedPost.deleteMany({ where: { postId } });
  await tx.relatedPost.createMany({ data: relatedIds.map((relatedId, position) => ({ postId, relatedId, position })) });
}

async function storeMedia(tx: Tx, postId: string, mediaIds: string[]): Promise<void> {
  await tx.postMedia.deleteMany({ where: { postId } });
  await tx.postMedia.createMany({ data: mediaIds.map((mediaId) => ({ postId, mediaId })) });
}
