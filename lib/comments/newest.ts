import { commentPath } from "@/lib/comments/address";
import { renderComment } from "@/lib/comments/markdown";
import { tags } from "@/lib/cache/tags";
import { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import { dependsOn } from "@/lib/server/bridge";

const NEWEST_REPLIES = 50;

/** A public comment as a feed tells it. */
export interface NewestReply {
  id: string;
  path: string;
  name: string;
  website: string | null;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  createdAt: Date;
  editedAt: Date | null;
  /** The comment that it answers, where that is public; null: it answers the post. */
  answers: { id: string; path: string } | null;
}

/** The published post under which a comment stands. */
interface RepliedPost {
  id: string;
  slug: string;
  title: string;
  lang: string;
}

interface Row extends Omit<NewestReply, "path" | "html" | "answers"> {
  body: string;
  parentId: string | null;
}

/**
 * The newest 50 approved comments of a published post, the newest first; none that its author took back. Takes the
 * post's id and slug. Index: comment_public_newest. Shows: the post's thread.
 */
export async function newestReplies(postId: string, slug: string): Promise<NewestReply[]> {
  dependsOn(tags.thread(postId));
  const rows = await publicDb.$queryRaw<Row[]>`
    select ${COLUMNS} from comment where post_id = ${postId}::uuid and ${SEEN} ${NEWEST_FIRST}`;
  return rows.map((row) => replyOf(row, slug));
}

/**
 * The newest 50 approved comments of all published posts, the newest first, each with its post; none that its author
 * took back. Index: comment_queue. Shows: which comments and posts are public, and the posts.
 */
export async function newestRepliesOfAll(): Promise<(NewestReply & { post: RepliedPost })[]> {
  dependsOn(tags.replies(), tags.posts());
  const rows = await publicDb.$queryRaw<(Row & { post: RepliedPost })[]>(newestOfAllSql());
  dependsOn(...rows.map(({ post }) => tags.post(post.id)));
  return rows.map(({ post, ...row }) => ({ ...replyOf(row, post.slug), post }));
}

/** What `newestRepliesOfAll` asks; the posts' row-level policy leaves out what nobody may see. */
export function newestOfAllSql(): Prisma.Sql {
  return Prisma.sql`
    select ${COLUMNS}, (select json_build_object('id', post.id, 'slug', post.slug, 'title', post.title, 'lang', post.lang)
      from post where post.id = comment.post_id) as post
    from comment where ${SEEN} ${NEWEST_FIRST}`;
}

const COLUMNS = Prisma.sql`id, name, website, body, created_at as "createdAt", edited_at as "editedAt",
  (select parent.id from comment parent where parent.id = comment.parent_id and parent.status = 'approved') as "parentId"`;
/** An answer is seen only in a thread whose first comment is. */
const SEEN = Prisma.sql`status = 'approved' and withdrawn_at is null
  and (root_id is null or (select true from comment root where root.id = comment.root_id and root.status = 'approved'))`;
const NEWEST_FIRST = Prisma.sql`order by created_at desc, id desc limit ${NEWEST_REPLIES}`;

function replyOf({ body, parentId, ...row }: Row, slug: string): NewestReply {
  return {
    ...row,
    path: commentPath(slug, row.id),
    html: renderComment(body),
    answers: parentId ? { id: parentId, path: commentPath(slug, parentId) } : null,
  };
}
