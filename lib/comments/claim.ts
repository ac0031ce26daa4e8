import { textHash } from "@/lib/comments/checks/same-text";
import type { CommentInput } from "@/lib/comments/schema";
import type { Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";
import type { Result } from "@/lib/result";

/** Within this time the same content is the same comment, whatever its key (CONTRACT.md 11). */
const SAME_CONTENT_SECONDS = 24 * 3600;

/**
 * Decides whether a submission is new, by one row a content: post, answered comment, address and text. Takes the
 * act's transaction, the parsed comment, and the id it will have if it is new. Returns the id of the comment that
 * answers this submission: the given one when it is new, the first one's for a retry. Refuses with `duplicate` the
 * same content under another key within 24 hours. Of two at once the later waits for the first one's commit.
 */
export async function claimSubmission(tx: Tx, comment: CommentInput, newCommentId: string): Promise<Result<{ commentId: string }>> {
  const fingerprint = fingerprintOf(comment);
  const hash = textHash(comment.body);
  const { key } = comment;
  const made = await tx.$executeRaw`
    insert into submission (fingerprint, key, comment_id, text_hash, created_at)
    values (${fingerprint}, ${key}, ${newCommentId}::uuid, ${hash}, clock_timestamp()) on conflict (fingerprint) do nothing`;
  if (made) return { ok: true, commentId: newCommentId };
  const [first] = await tx.$queryRaw<{ key: string; comment_id: string; recent: boolean }[]>`
    select key, comment_id, created_at > clock_timestamp() - make_interval(secs => ${SAME_CONTENT_SECONDS}::int) as recent
    from submission where fingerprint = ${fingerprint} for update`;
  if (first && ((key !== "" && key === first.key) || (key === "" && first.recent))) return { ok: true, commentId: first.comment_id };
  if (first?.recent) return { ok: false, error: "duplicate" };
  await tx.$executeRaw`
    update submission set key = ${key}, comment_id = ${newCommentId}::uuid, created_at = clock_timestamp()
    where fingerprint = ${fingerprint}`;
  return { ok: true, commentId: newCommentId };
}

/** Capitals in an address do not make another reader. */
function fingerprintOf({ postId, parentId, email, body }: CommentInput): Buffer<ArrayBuffer> {
  return digest("comment.fingerprint", JSON.stringify([postId.toLowerCase(), parentId?.toLowerCase() ?? null, email.toLowerCase(), body]));
}
