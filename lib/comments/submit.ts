import { avatarOf } from "@/lib/comments/avatar";
import { sealContact } from "@/lib/comments/contact";
import { claimSubmission } from "@/lib/comments/claim";
import { closingOf, isPublic, type Commentable } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { commentInput, type CommentInput } from "@/lib/comments/schema";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Refusal, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { currentSettings } from "@/lib/settings/current";
import type { SiteSettings } from "@/lib/settings/schema";
import { networkOf } from "@/lib/throttle/network";
import { lookForTurn, takeTurn, type Allowance } from "@/lib/throttle/take-turn";
import type { Actor } from "@/lib/users/policy";

/** A thread nests no deeper in the database; pages show the deepest answers side by side long before. */
const MAX_DEPTH = 100;

/** What a reader is answered: the comment's id, its receipt's key, and whether this submission made it. */
export interface Submitted {
  commentId: string;
  receipt: string;
  isNew: boolean;
}

/**
 * Stores a reader's comment as pending and tells the moderators: both or neither. Takes who sends it, untrusted
 * fields, and the colleague who is signed in there, if one is: under their own address the comment is marked as theirs.
 * A retry gets the first answer (CONTRACT.md 11), even when the sender is throttled or the post has closed.
 * Refuses with `invalid` and its fields, `postNotFound`, `closed`, `parentNotFound`, `duplicate`, `tooMany`.
 * Rule: nothing a reader writes is public before a decision (CONTRACT.md 8, 10).
 */
export async function submitComment(sender: Sender, input: unknown, actor: Actor | null = null): Promise<Result<Submitted>> {
  const parsed = commentInput.safeParse(input);
  if (!parsed.success) return refusalOf(invalid(parsed.error));
  const comment = parsed.data;
  return transact(async (tx) => {
    const id = newId();
    const claim = await claimSubmission(tx, comment, id);
    if (!claim.ok) return claim;
    if (claim.commentId !== id) return submitted(claim.commentId, false);
    // The answered comment before the post, as moderation locks them: two that meet never wait crosswise.
    const thread = await lockThread(tx, comment);
    const settings = await currentSettings(tx);
    const closed = await lockPost(tx, comment.postId, settings);
    if (closed) return closed;
    if (!thread.ok) return thread;
    const allowances = allowancesOf(sender, settings);
    const mayTry = await lookForTurn(tx, allowances);
    if (!mayTry.ok) return tooMany(mayTry.retryAfter);
    const { postId, name, website, body, email } = comment;
    const who = { name, website, avatar: avatarOf(name, email), userId: await colleagueOf(tx, email, actor) };
    const contact = { create: sealContact(email, sender) };
    await tx.comment.create({ data: { id, postId, body, ...who, ...thread.place, contact }, select: { id: true } });
    await enqueue(tx, "mail.commentReceived", { commentId: id });
    const turn = await takeTurn(tx, allowances);
    if (!turn.ok) return tooMany(turn.retryAfter);
    return submitted(id, true);
  });
}

const parentNotFound: Refusal = { ok: false, error: "parentNotFound" };

/** A hidden field that is wrong is no mistake of the reader's: the refusal is of the whole form. */
function refusalOf(refusal: Refusal): Refusal {
  if (refusal.fields?.postId) return { ok: false, error: "postNotFound" };
  return refusal.fields?.parentId ? parentNotFound : refusal;
}

/** Where the comment hangs, or `parentNotFound` when readers do not see the answered one, or its thread, under this post (any more). */
async function lockThread(tx: Tx, { postId, parentId }: CommentInput): Promise<Result<{ place: Place }>> {
  if (!parentId) return { ok: true, place: { parentId: null, rootId: null, depth: 0 } };
  const [parent] = await tx.$queryRaw<{ id: string; root_id: string | null; depth: number }[]>`
    select id, root_id, depth from comment
    where id = ${parentId}::uuid and post_id = ${postId}::uuid and status = 'approved' and withdrawn_at is null
      and (root_id is null or (select status = 'approved' from comment as root where root.id = comment.root_id))
    for share of comment`;
  if (!parent) return parentNotFound;
  return { ok: true, place: { parentId: parent.id, rootId: parent.root_id ?? parent.id, depth: Math.min(parent.depth + 1, MAX_DEPTH) } };
}

interface Place {
  parentId: string | null;
  rootId: string | null;
  depth: number;
}

/** Locks the post (FOR SHARE: it cannot close under us), or says why nothing is taken under it. */
async function lockPost(tx: Tx, postId: string, settings: SiteSettings): Promise<Refusal | null> {
  const [post] = await tx.$queryRaw<Commentable[]>`
    select kind, status, comments_open as "commentsOpen", published_at as "publishedAt" from post where id = ${postId}::uuid for share`;
  if (!post || !isPublic(post)) return { ok: false, error: "postNotFound" };
  return closingOf(post, settings, new Date()) ? { ok: false, error: "closed" } : null;
}

/** The signed-in colleague, if the comment comes under their own address. Index: the primary key. */
async function colleagueOf(tx: Tx, email: string, actor: Actor | null): Promise<string | null> {
  const user = actor && (await tx.user.findUnique({ where: { id: actor.id }, select: { email: true } }));
  return actor && user?.email === email.toLowerCase() ? actor.id : null;
}

/** How many replies the sender's network may send (CONTRACT.md 9). */
function allowancesOf({ ip }: Sender, { repliesPerMinute, repliesPerHour }: SiteSettings): Allowance[] {
  const who = networkOf(ip);
  return [
    { name: "reply", who, limit: repliesPerMinute, seconds: 60 },
    { name: "reply", who, limit: repliesPerHour, seconds: 3600 },
  ];
}

function tooMany(retryAfter: number): Refusal {
  return { ok: false, error: "tooMany", retryAfter };
}

function submitted(commentId: string, isNew: boolean): Result<Submitted> {
  return { ok: true, commentId, receipt: receiptKey(commentId), isNew };
}
