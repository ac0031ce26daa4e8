import type { Tx } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";

/**
 * Has those told by mail who asked to be, when a comment becomes public: its author, and the author of the comment that
 * it answers. Takes the transaction that publishes it, and the comment's id with its parent's.
 * Index: subscription (comment_id, kind).
 */
export async function announceComment(tx: Tx, { id, parentId }: { id: string; parentId: string | null }): Promise<void> {
  const wished = await tx.subscription.findMany({
    where: {
      confirmedAt: { not: null },
      endedAt: null,
      OR: [{ commentId: id, kind: "published" }, ...(parentId ? [{ commentId: parentId, kind: "answered" as const }] : [])],
    },
    select: { id: true, kind: true },
    take: 2,
  });
  for (const { id: subscriptionId, kind } of wished) await enqueue(tx, `mail.${kind}`, { subscriptionId, commentId: id });
}
