import type { Tx } from "@/lib/db/private";
import { pictureColumns } from "@/lib/media/shown";
import type { PostDocument } from "@/lib/posts/document";
import { readDocument } from "@/lib/posts/read-document";
import { MAX_AUTHORS, MAX_RELATED } from "@/lib/posts/schema";

/** A post as the editor opens it, and as a save on an older version is shown it. */
export type EditablePost = NonNullable<Awaited<ReturnType<typeof loadEditable>>>;

/**
 * Reads a post for editing, or null. Takes the private client or a transaction of it, and the id; who calls has
 * checked the policy. `saved` tells who saved it last (name null: the site itself) and when.
 * Indexes: primary keys, (post_id, position) of both lists, audit_event (subject_type, subject_id, id).
 */
export async function loadEditable(db: Tx, id: string) {
  const post = await db.post.findUnique({ where: { id }, select: COLUMNS });
  if (!post) return null;
  const { body, updatedAt, ...rest } = post;
  // One after the other: a transaction has one connection, and Prisma would ask for all relations at once.
  const authors = await db.postAuthor.findMany({ where: { postId: id }, select: AUTHOR, orderBy: { position: "asc" }, take: MAX_AUTHORS });
  const related = await db.relatedPost.findMany({
    where: { postId: id },
    select: RELATED,
    orderBy: { position: "asc" },
    take: MAX_RELATED,
  });
  return {
    ...rest,
    body: documentOf(body),
    authors: authors.map(({ user }) => user),
    related: related.map((row) => row.related),
    saved: { by: await lastWriter(db, id), at: updatedAt },
  };
}

const COLUMNS = {
  id: true,
  kind: true,
  status: true,
  version: true,
  title: true,
  standfirst: true,
  body: true,
  bodyText: true,
  lang: true,
  slug: true,
  categoryId: true,
  commentsOpen: true,
  publishedAt: true,
  updatedAt: true,
  leadMedia: { select: pictureColumns },
} as const;
const AUTHOR = { user: { select: { id: true, name: true } } } as const;
const RELATED = { related: { select: { id: true, title: true, status: true } } } as const;

/** What is stored was read by `readDocument` before: anything else is a defect. */
function documentOf(body: unknown): PostDocument {
  const read = readDocument(body);
  if ("problem" in read) throw new Error(`A stored document cannot be read: ${read.problem}.`);
  return read.document;
}

async function lastWriter(db: Tx, postId: string): Promise<string | null> {
  const event = await db.auditEvent.findFirst({
    where: { subjectType: "post", subjectId: postId, act: { in: ["post.save", "post.import"] } },
    orderBy: { id: "desc" },
    select: { actorId: true },
  });
  if (!event?.actorId) return null;
  return (await db.user.findUnique({ where: { id: event.actorId }, select: { name: true } }))?.name ?? null;
}
