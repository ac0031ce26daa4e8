import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { refusalOfBan, standingOfAuthor } from "@/lib/commenters/standing";
import { decide } from "@/lib/comments/checks/decide";
import { asksService } from "@/lib/comments/checks/service";
import { countSeen, lockComment, type LockedComment } from "@/lib/comments/move";
import { editInput } from "@/lib/comments/own-schema";
import { editVersion, mayEdit, nextVersion } from "@/lib/comments/policy";
import { commentOfReceipt } from "@/lib/comments/receipt";
import { checkAgain, replaceChecks } from "@/lib/comments/recheck";
import { rulesOf } from "@/lib/comments/rules/for-post";
import { reconsider } from "@/lib/comments/settle";
import { treatmentOf } from "@/lib/comments/shift/brake";
import { proofOf } from "@/lib/comments/trust";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { takeTurn } from "@/lib/throttle/take-turn";

const EDITS_PER_HOUR = 30;

/**
 * Changes the text of a comment for its author. Takes the receipt's key, untrusted `{ body, seen }` and who sends it. A public one
 * goes back to the moderators, unless the site's own rules would publish the new text: nothing that nobody read becomes
 * public otherwise (CONTRACT.md 8, 10). Sent twice, it is done once. Refuses with `notFound`, `invalid`, `withdrawn`,
 * `editClosed` when its time is over, `staleVersion` when the comment is no longer what its author saw, `tooMany`, `banned`, `suspended`.
 */
export async function editComment(key: string, input: unknown, sender?: Sender): Promise<Result> {
  const id = commentOfReceipt(key);
  if (!id) return { ok: false, error: "notFound" };
  const parsed = editInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { body, seen } = parsed.data;
  const fired = await checkAgain(id, body);
  return transact(async (tx): Promise<Result> => {
    const comment = await lockComment(tx, id);
    if (!comment) return { ok: false, error: "notFound" };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    const before = await tx.comment.findUniqueOrThrow({ where: { id }, select: { body: true, createdAt: true } });
    if (before.body === body) return { ok: true };
    const settings = await rulesOf(tx, comment.postId);
    if (!mayEdit({ ...comment, ...before }, settings, new Date())) return { ok: false, error: "editClosed" };
    const banned = refusalOfBan(await standingOfAuthor(tx, id, sender?.ip));
    if (banned) return banned;
    if (seen !== editVersion(comment)) return { ok: false, error: "staleVersion" };
    const isAsking = asksService(settings);
    const ruling = decide(await replaceChecks(tx, id, fired), settings, {
      ...(await proofOf(tx, id)),
      isAsking,
      bent: await treatmentOf(tx, comment),
    });
    await store(tx, comment, { body, staysPublic: ruling?.status === "approved" });
    if (isAsking) await enqueue(tx, "comment.ask", { commentId: id });
    if (ruling) await reconsider(tx, id);
    const turn = await takeTurn(tx, [{ name: "edit", who: id, limit: EDITS_PER_HOUR, seconds: 3600 }]);
    return turn.ok ? { ok: true } : { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
  });
}

async function store(tx: Tx, comment: LockedComment, { body, staysPublic }: { body: string; staysPublic: boolean }): Promise<void> {
  const { id, postId, editedAt } = comment;
  const isTakenDown = comment.status === "approved" && !staysPublic;
  await tx.comment.update({
    where: { id },
    data: {
      body,
      editedAt: nextVersion(editedAt, new Date()),
      editedByStaff: false,
      // What was said of the old text.
      reason: null,
      ...(isTakenDown && { status: "pending", decidedAt: null }),
    },
    select: { id: true },
  });
  if (isTakenDown) {
    await countSeen(tx, comment, -1);
    await enqueue(tx, "mail.commentReceived", { commentId: id });
  } else if (comment.status === "approved") await markChanged(tx, tags.thread(postId), tags.replies());
}
