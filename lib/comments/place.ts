import { closingOf, isPublic, type Commentable, type CommentRules } from "@/lib/comments/policy";
import type { CommentInput } from "@/lib/comments/schema";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";
import type { Refusal, Result } from "@/lib/result";

/** A thread nests no deeper in the database; pages show the deepest answers side by side long before. */
export const MAX_DEPTH = 100;

/** Where a comment hangs, as its row says it; and the comment that began its thread, null when it begins one. */
export interface Place {
  at: { parentId: string | null; rootId: string | null; depth: number };
  root: { id: string; status: CommentStatus } | null;
}

export const parentNotFound: Refusal = { ok: false, error: "parentNotFound" };

/**
 * Locks where a comment shall hang, so that it stays open and public until the transaction ends: the thread's first
 * comment and the answered one, then the post, in the order of moderation: two that meet never wait crosswise. Takes
 * the parsed comment, the rules in force, and whether it will be published at once, which changes the post's count.
 * Refuses with `postNotFound`, `closed`, `threadClosed`, or `parentNotFound` when readers do not see the answered one, or its thread,
 * under this post (any more).
 */
export async function lockPlace(tx: Tx, comment: CommentInput, rules: CommentRules, willCount: boolean): Promise<Result<Place>> {
  const thread = await lockThread(tx, comment);
  return (await lockPost(tx, comment.postId, rules, willCount)) ?? thread;
}

async function lockThread(tx: Tx, { postId, parentId }: CommentInput): Promise<Result<Place>> {
  if (!parentId) return { ok: true, at: { parentId: null, rootId: null, depth: 0 }, root: null };
  const rows = await tx.$queryRaw<
    { id: string; rootId: string | null; depth: number; status: CommentStatus; isHere: boolean; isWithdrawn: boolean; isClosed: boolean }[]
  >`
    select id, root_id as "rootId", depth, status::text as status, post_id = ${postId}::uuid as "isHere",
      withdrawn_at is not null as "isWithdrawn", closed_at is not null as "isClosed"
    from comment
    where id = ${parentId}::uuid or id = (select root_id from comment where id = ${parentId}::uuid)
    order by root_id nulls first for share`;
  const parent = rows.find(({ id }) => id === parentId.toLowerCase());
  if (!parent || parent.isWithdrawn || rows.some(({ status, isHere }) => status !== "approved" || !isHere)) return parentNotFound;
  if (rows.some(({ isClosed }) => isClosed)) return { ok: false, error: "threadClosed" };
  const root = { id: parent.rootId ?? parent.id, status: parent.status };
  return { ok: true, at: { parentId: parent.id, rootId: root.id, depth: Math.min(parent.depth + 1, MAX_DEPTH) }, root };
}

/** FOR SHARE keeps it from closing under us; who will change its count takes the lock for that at once, and not on top of a shared one. */
async function lockPost(tx: Tx, postId: string, rules: CommentRules, willCount: boolean): Promise<Refusal | null> {
  const strength = willCount ? Prisma.sql`for no key update` : Prisma.sql`for share`;
  const [post] = await tx.$queryRaw<Commentable[]>`
    select kind, status, comments_open as "commentsOpen", published_at as "publishedAt", close_after_days as "closeAfterDays"
    from post where id = ${postId}::uuid ${strength}`;
  if (!post || !isPublic(post)) return { ok: false, error: "postNotFound" };
  return closingOf(post, rules, new Date()) ? { ok: false, error: "closed" } : null;
}
