import { textHash } from "@/lib/comments/checks/same-text";
import type { CommentInput } from "@/lib/comments/schema";
import type { Tx } from "@/lib/db/private";
import { digest } from "@/lib/keys";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { prefixOf } from "@/lib/throttle/network";

/** Within this time the same content is the same comment, whatever its key (CONTRACT.md 11). */
const SAME_CONTENT_SECONDS = 24 * 3600;

/**
 * Decides whether a submission is new, by one row a content: post, answered comment, address and text. Takes the
 * act's transaction, the parsed comment, and the id it will have if it is new. Returns the id of the comment that
 * answers this submission: the given one when it is new, the first one's for a retry. Refuses with `duplicate` the
 * same content under another key within 24 hours. Of two at once the later waits for the first one's commit.
 * What everybody can read by now anyone can send, with an address that they guess: from another network, and without
 * the first one's key, it is new, so that neither the first one's receipt nor whose address it was is given away.
 */
export async function claimSubmission(
  tx: Tx,
  comment: CommentInput,
  sender: Pick<Sender, "ip">,
  newCommentId: string,
): Promise<Result<{ commentId: string }>> {
  const fingerprint = fingerprintOf(comment);
  const hash = textHash(comment.body);
  const { key } = comment;
  const made = await tx.$executeRaw`
    insert into submission (fingerprint, key, comment_id, text_hash, created_at)
    values (${fingerprint}, ${key}, ${newCommentId}::uuid, ${hash}, clock_timestamp()) on conflict (fingerprint) do nothing`;
  if (made) return { ok: true, commentId: newCommentId };
  const [first] = await tx.$queryRaw<First[]>`
    select key, comment_id as "commentId", created_at > clock_timestamp() - make_interval(secs => ${SAME_CONTENT_SECONDS}::int) as "isRecent",
      (select comment.status = 'approved' and ip_prefix is distinct from ${prefixOf(sender.ip)} from comment
        left join comment_contact on comment_contact.comment_id = comment.id where comment.id = submission.comment_id) as "mayBeCopied"
    from submission where fingerprint = ${fingerprint} for update of submission`;
  if (first && key !== "" && key === first.key) return { ok: true, commentId: first.commentId };
  if (first?.isRecent && !first.mayBeCopied)
    return key === "" ? { ok: true, commentId: first.commentId } : { ok: false, error: "duplicate" };
  await tx.$executeRaw`
    update submission set key = ${key}, comment_id = ${newCommentId}::uuid, created_at = clock_timestamp()
    where fingerprint = ${fingerprint}`;
  return { ok: true, commentId: newCommentId };
}

interface First {
  key: string;
  commentId: string;
  isRecent: boolean;
  /** It is public, and this sender is not where it came from. */
  mayBeCopied: boolean | null;
}

/** Capitals in an address do not make another reader. */
function fingerprintOf({ postId, parentId, email, body }: CommentInput): Buffer<ArrayBuffer> {
  return digest("comment.fingerprint", JSON.stringify([postId.toLowerCase(), parentId?.toLowerCase() ?? null, email.toLowerCase(), body]));
}
