import { forgetCommenter } from "@/lib/commenters/forget";
import { countSeen, lockComment, uncountWithdrawn, type LockedComment } from "@/lib/comments/move";
import type { Tx } from "@/lib/db/private";
import { closeReports, closeReportersComplaints } from "@/lib/reports/close";
import type { Result } from "@/lib/result";

/**
 * Takes a comment back for good: its text, name, website and avatar, the address it came under, what its author asked
 * to be told, what was found in it, what the newsroom changed, and the memory of its sending; with the address's last comment, that it was proven, and what the newsroom noted about it (lib/commenters/forget.ts says what stays).
 * Where readers see answers to it, an empty place stays to hold them. Takes the transaction and the comment's id. Done
 * already, it is done; `notFound` when there is none.
 */
export async function eraseComment(tx: Tx, id: string): Promise<Result> {
  // First, in the order in which a submission locks. Index: submission (comment_id).
  await tx.submission.deleteMany({ where: { commentId: id } });
  const comment = await lockComment(tx, id);
  if (!comment) return { ok: false, error: "notFound" };
  if (comment.withdrawnAt) return { ok: true };
  await tx.subscription.deleteMany({ where: { commentId: id } });
  await tx.commentCheck.deleteMany({ where: { commentId: id } });
  await tx.commentEdit.deleteMany({ where: { commentId: id } });
  await tx.statement.deleteMany({ where: { commentId: id } });
  await forgetContact(tx, id);
  await closeReports(tx, id, "withdrawn", null);
  await closeReportersComplaints(tx, id);
  const now = new Date();
  const holds = await holdsAnswers(tx, comment);
  const status = holds ? "approved" : "trash";
  await tx.comment.update({ where: { id }, data: { ...NOTHING, withdrawnAt: now, status, decidedAt: now }, select: { id: true } });
  // One that went back to the queue by an edit took its answers off the page: its empty place brings them back.
  if (holds && comment.status === "pending") await countSeen(tx, comment, 1);
  if (holds || comment.status === "approved") await uncountWithdrawn(tx, comment);
  return { ok: true };
}

/** What is left of a comment. */
const NOTHING = {
  name: "",
  body: "",
  website: null,
  avatar: null,
  userId: null,
  reason: null,
  editedAt: null,
  editedByStaff: false,
  pinnedAt: null,
  score: 0,
  awaitsProof: false,
};

/**
 * Two last ones at once may each see the other: the proof is then forgotten by the next cleaning (forget.ts).
 * Indexes: the primary keys, comment_contact (email_hash).
 */
async function forgetContact(tx: Tx, commentId: string): Promise<void> {
  const contact = await tx.commentContact.findUnique({ where: { commentId }, select: { emailHash: true } });
  if (!contact) return;
  const { emailHash } = contact;
  await tx.commentContact.deleteMany({ where: { commentId } });
  const isLeft = await tx.commentContact.findFirst({ where: { emailHash }, select: { commentId: true } });
  if (isLeft) return;
  await tx.provenAddress.deleteMany({ where: { emailHash } });
  await forgetCommenter(tx, emailHash);
}

/**
 * Whether published answers need this comment, which is public or was until its author edited it. What a moderator took
 * off the page stays off it with all its answers. Indexes: comment_public_answers, comment (parent_id).
 */
async function holdsAnswers(tx: Tx, { id, root, status }: LockedComment): Promise<boolean> {
  if (status !== "approved" && status !== "pending") return false;
  const below = root ? { parentId: id } : { rootId: id };
  return (await tx.comment.findFirst({ where: { ...below, status: "approved" }, select: { id: true } })) !== null;
}
