import type { Tx } from "@/lib/db/private";
import { pictureColumns } from "@/lib/media/shown";
import { DOCUMENT_VERSION } from "@/lib/posts/document";
import { draftOf, type DraftFields } from "@/lib/posts/draft";
import { MAX_AUTHORS, MAX_RELATED, MAX_TAGS } from "@/lib/posts/schema";

/** A post as the editor opens it, and as a save on an older version is shown it. */
export type EditablePost = NonNullable<Awaited<ReturnType<typeof loadEditable>>>;

/**
 * Reads a post for editing, or null: `fields` are those of its newest revision (of its row, where it has none), and
 * beside them how it stands, and the names and pictures of what they choose. Takes the private client or a transaction
 * of it, and the id; who calls has checked the policy. `authorIds` are the by-lines in force; `saved` tells who saved
 * last (null: the site itself) and when. Moments are ISO 8601 texts: it travels as JSON.
 * Indexes: primary keys, post_revision_post_id_version_key, (post_id, position) of the row's lists.
 */
export async function loadEditable(db: Tx, id: string) {
  const post = await db.post.findUnique({ where: { id }, select: STANDING });
  if (!post) return null;
  const newest = await db.postRevision.findFirst({ where: { postId: id }, select: REVISION, orderBy: { version: "desc" } });
  // One after the other: a transaction has one connection, and Prisma would ask for all relations at once.
  const authors = await db.postAuthor.findMany({
    where: { postId: id },
    select: { userId: true },
    orderBy: BY_POSITION,
    take: MAX_AUTHORS,
  });
  const fields = await fieldsOf(db, post, newest && draftOf(newest.fields, newest.schema));
  const by = newest?.userId ? await db.user.findUnique({ where: { id: newest.userId }, select: { name: true } }) : null;
  const { updatedAt, publishedAt, revisedAt, ...standing } = post;
  const authorIds = authors.map(({ userId }) => userId);
  return {
    ...standing,
    publishedAt: publishedAt?.toISOString() ?? null,
    revisedAt: revisedAt?.toISOString() ?? null,
    authorIds,
    fields: { ...fields, authorIds: fields.authorIds ?? (authorIds.length ? authorIds : undefined) },
    ...(await named(db, fields)),
    saved: { by: by?.name ?? null, at: (newest?.updatedAt ?? updatedAt).toISOString() },
  };
}

const BY_POSITION = { position: "asc" } as const;
const STANDING = {
  id: true,
  kind: true,
  status: true,
  version: true,
  appliedVersion: true,
  slug: true,
  publishedAt: true,
  revisedAt: true,
  updatedAt: true,
} as const;
const REVISION = { fields: true, schema: true, userId: true, updatedAt: true } as const;
const CHOICES = { categoryId: true, leadMediaId: true } as const;
const TYPED = {
  title: true,
  standfirst: true,
  body: true,
  bodySchema: true,
  lang: true,
  slug: true,
  commentsOpen: true,
  closeAfterDays: true,
  seoTitle: true,
  seoDescription: true,
  canonicalUrl: true,
} as const;

/**
 * What was typed last. Once the row shows it, what it chose is read from the row, where tags are merged and categories
 * changed in bulk; a post that nobody has saved since there are revisions has its row alone.
 */
export async function fieldsOf(
  db: Tx,
  post: { id: string; version: number; appliedVersion: number },
  draft: DraftFields | null,
): Promise<DraftFields> {
  if (draft && post.appliedVersion !== post.version) return draft;
  const where = { postId: post.id };
  const { bodySchema, ...row } = await db.post.findUniqueOrThrow({ where: { id: post.id }, select: { ...CHOICES, ...(!draft && TYPED) } });
  const tags = await db.postTag.findMany({ where, select: { tagId: true }, orderBy: BY_POSITION, take: MAX_TAGS });
  const related = await db.relatedPost.findMany({
    where,
    select: { relatedId: true, isMutual: true },
    orderBy: BY_POSITION,
    take: MAX_RELATED,
  });
  const chosen = {
    tagIds: tags.map(({ tagId }) => tagId),
    relatedIds: related.map(({ relatedId }) => relatedId),
    mutualIds: related.flatMap(({ relatedId, isMutual }) => (isMutual ? [relatedId] : [])),
  };
  return draftOf({ ...draft, ...row, ...chosen }, draft ? DOCUMENT_VERSION : bodySchema);
}

/** What the fields choose by id, with the names to show: what is not there (any more) is left out. */
async function named(db: Tx, { leadMediaId, tagIds, relatedIds }: DraftFields) {
  const leadMedia = isId(leadMediaId) ? await db.media.findUnique({ where: { id: leadMediaId }, select: pictureColumns }) : null;
  const tags = await db.tag.findMany({ where: { id: { in: tagIds.filter(isId) } }, select: { id: true, name: true }, take: MAX_TAGS });
  const related = await db.post.findMany({
    where: { id: { in: relatedIds.filter(isId) } },
    select: { id: true, title: true, status: true, lang: true },
    take: MAX_RELATED,
  });
  return { leadMedia, tags, related };
}

/** Whether a value of a draft is an id: it may be anything, and PostgreSQL would refuse to compare it. */
export function isId(value: string | null): value is string {
  return value !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
