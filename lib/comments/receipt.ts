import { openSignedId, signedId } from "@/lib/signed-key";

const PURPOSE = "comment.receipt";

/** The key of a comment's receipt: only who was given it can see the comment before it is decided. Takes the comment's id. */
export function receiptKey(commentId: string): string {
  return signedId(PURPOSE, commentId);
}

/** The id of the comment that a receipt's key opens, or null when we did not sign it. */
export function commentOfReceipt(key: string): string | null {
  return openSignedId(PURPOSE, key);
}
