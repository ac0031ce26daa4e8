import type { Tx } from "@/lib/db/private";
import type { PostDocument } from "@/lib/posts/document";
import { readDocument } from "@/lib/posts/read-document";

/** A post as the editor opens it, and as a save on an older version is shown it. */
export type EditablePost = NonNullable<Awaited<ReturnType<typeof loadEditable>>>;

/**
 * Reads a post for editing, or null. Takes the private client or a transaction of it, and the id; who calls has
 * checked the policy. `saved` tells who saved it last (name null: the site itself) and when.
 * Indexes: primary keys, audit_event (subject_type, subject_id, id).
 */
export async function loadEditable(db: Tx, id: string) {
  const post = await db.post.findUnique({ where: { id }, select: COLUMNS });
  if (!post) return null;
  const { authors, related, body, updatedAt, ...rest } = post;
  return {
    ...rest,
    body: documentOf(body),
    authors: authors.map(({ user }) => user),
    related: related.map(({ related: { id: relatedId, title, status } }) => ({ id: relatedId, title, status })),
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
  lang: true,
  slug: true,
  categoryId: true,
  commentsOpen: true,
  publishedAt: true,
  updatedAt: true,
  leadMedia: { select: { id: true, alt: true, width: true, height: true, widths: true } },
  authors: { select: { user: { select: { id: true, name: true } } }, orderBy: { position: "asc" } },
  related: { select: { related: { select: { id: true, title: true, status: true } } }, orderBy: { position: "asc" } },
} as const;

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
