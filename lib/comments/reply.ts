import { avatarOf } from "@/lib/comments/avatar";
import { decideIn } from "@/lib/comments/moderate";
import { decisionInput, replyInput } from "@/lib/comments/moderation-schema";
import { lastMove, lockComment, moveComment, type LockedComment, type Moved } from "@/lib/comments/move";
import { MAX_DEPTH } from "@/lib/comments/place";
import { isPublic, mayModerate, type Commentable } from "@/lib/comments/policy";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** An answer of the newsroom, and the approval of what it answers where that still waited. */
export interface Replied {
  reply: Moved;
  approved: Moved | null;
}

/**
 * Answers a comment in the colleague's own name: the answer is public at once, marked as the newsroom's, also where
 * readers cannot answer any more; a comment that waits is approved by it. Who asked to hear of answers is told. Takes
 * `{ id, from, seen, body }`: what the comment was when it was seen (pending or approved), and which of its texts was read.
 * Returns both decisions, which an undo takes back (the answer then lies in the trash); the first ones for the same answer
 * sent again. Refuses as `approveComment` does, and with `parentNotFound` (readers do not see the comment, or what it
 * answers) and `postNotFound` (nor the article).
 */
export async function replyToComment(actor: Actor, input: unknown): Promise<Result<Replied>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = replyInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, from, seen, body } = parsed.data;
  return transact(async (tx): Promise<Result<Replied>> => {
    const approved = from === "pending" ? await decideIn(tx, actor, "approve", decisionInput.parse({ id, from, seen })) : null;
    if (approved && !approved.ok) return approved;
    const comment = await lockComment(tx, id);
    if (!comment) return { ok: false, error: "notFound" };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    if ([comment.status, comment.root?.status ?? "approved"].some((status) => status !== "approved"))
      return { ok: false, error: "parentNotFound" };
    if (!(await isPostPublic(tx, comment.postId))) return { ok: false, error: "postNotFound" };
    const reply = (await sentBefore(tx, actor, id, body)) ?? (await publish(tx, actor, comment, body));
    return { ok: true, reply, approved };
  });
}

/** Locked as for a change of its count, which follows. Index: the primary key. */
async function isPostPublic(tx: Tx, postId: string): Promise<boolean> {
  const [post] = await tx.$queryRaw<Pick<Commentable, "status">[]>`
    select status from post where id = ${postId}::uuid for no key update`;
  return Boolean(post && isPublic(post));
}

/** The same answer by the same colleague, for a button that was pressed twice. Index: comment (parent_id). */
async function sentBefore(tx: Tx, actor: Actor, parentId: string, body: string): Promise<Moved | null> {
  const before = await tx.comment.findFirst({
    where: { parentId, userId: actor.id, body, status: "approved" },
    select: { id: true, name: true },
  });
  const event = before && (await lastMove(tx, before.id));
  return before && event ? { ok: true, ...before, to: "approved", event: event.id } : null;
}

async function publish(tx: Tx, actor: Actor, parent: LockedComment, body: string): Promise<Moved> {
  const { name, email } = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true, email: true } });
  const { depth } = await tx.comment.findUniqueOrThrow({ where: { id: parent.id }, select: { depth: true } });
  const { postId, id: parentId, root } = parent;
  const at = { postId, parentId, rootId: root?.id ?? parentId, depth: Math.min(depth + 1, MAX_DEPTH) };
  const { id } = await tx.comment.create({
    data: { ...at, name, body, avatar: avatarOf(name, email), userId: actor.id, status: "trash", decidedAt: new Date() },
    select: { id: true },
  });
  const reply = { id, postId, parentId, status: "trash", name, editedAt: null, withdrawnAt: null } as const;
  return moveComment(
    tx,
    { actorId: actor.id },
    { ...reply, root: root ?? { id: parentId, status: "approved" } },
    "approved",
    "comment.reply",
  );
}
