import { commentOfConfirmation, subscriptionOfEnd } from "@/lib/comments/mail/key";
import { commentOfReceipt } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";

const LANG = { post: { select: { lang: true } } } as const;

/** The language (BCP 47) of the post under which a receipt's reply stands; null when we did not sign its key or the reply is gone. Index: the primary keys. */
export async function languageOfReceipt(key: string): Promise<string | null> {
  return languageAbove(commentOfReceipt(key));
}

/** The same of the key that a mail holds: one that confirms a reply, or one that ends a subscription. Index: the primary keys. */
export async function languageOfMailed(key: string): Promise<string | null> {
  const id = subscriptionOfEnd(key);
  if (!id) return languageAbove(commentOfConfirmation(key));
  const subscription = await privateDb.subscription.findUnique({ where: { id }, select: { comment: { select: LANG } } });
  return subscription?.comment.post.lang ?? null;
}

async function languageAbove(commentId: string | null): Promise<string | null> {
  const comment = commentId && (await privateDb.comment.findUnique({ where: { id: commentId }, select: LANG }));
  return comment ? comment.post.lang : null;
}
