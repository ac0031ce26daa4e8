import { openEmail } from "@/lib/comments/contact";
import { privateDb } from "@/lib/db/private";

/**
 * What a mail to the author of a comment needs to know: who reads it, the post, and the comment. Takes its id.
 * Returns null when the comment was taken back, or its address is forgotten, or wants no mail. That is asked here, when a
 * mail would be sent, and not when somebody asks for one: whoever asks is answered alike, after the same statements.
 * Index: the primary keys.
 */
export async function letterAbout(commentId: string) {
  const comment = await privateDb.comment.findUnique({
    where: { id: commentId },
    select: {
      id: true,
      status: true,
      withdrawnAt: true,
      awaitsProof: true,
      root: { select: { status: true } },
      post: { select: { slug: true, title: true, lang: true, status: true } },
      contact: { select: { emailSealed: true, emailHash: true } },
    },
  });
  if (!comment?.contact || comment.withdrawnAt) return null;
  const { contact, ...rest } = comment;
  if (await privateDb.refusedAddress.count({ where: { emailHash: contact.emailHash } })) return null;
  const reader = { to: openEmail(contact.emailSealed), lang: rest.post.lang };
  return { ...rest, reader, emailHash: contact.emailHash };
}

/** Whether readers see a comment now: it, the one that began its thread, and its post are public. */
export function isSeen({ status, root, post }: { status: string; root: { status: string } | null; post: { status: string } }): boolean {
  return status === "approved" && (root?.status ?? "approved") === "approved" && post.status === "published";
}

/** A subscription that is going on, or null: it was never confirmed, has ended, or went with its comment. Index: the primary key. */
export async function goingOn(subscriptionId: string): Promise<{ id: string; commentId: string } | null> {
  return privateDb.subscription.findFirst({
    where: { id: subscriptionId, confirmedAt: { not: null }, endedAt: null },
    select: { id: true, commentId: true },
  });
}
