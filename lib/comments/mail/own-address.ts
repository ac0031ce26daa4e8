import { openEmail } from "@/lib/comments/contact";
import { addressOfKey } from "@/lib/comments/mail/key";
import { fateOf, type Fate } from "@/lib/comments/own";
import { isPublic } from "@/lib/comments/policy";
import { receiptKey } from "@/lib/comments/receipt";
import { privateDb } from "@/lib/db/private";

/** Replies on one page of an address. */
const PAGE = 50;

/** A reply in the list of everything under an address. */
export interface ListedReply {
  receipt: string;
  fate: Fate;
  body: string;
  createdAt: Date;
  /** Null while readers cannot see the post. */
  post: { title: string; lang: string } | null;
}

/** One page of what stands under an address, newest first; `next` goes on after it, null at the end. */
export interface AddressReplies {
  /** Whole: the mailed link proves it. Null when nothing is kept under it (any more). */
  address: string | null;
  replies: ListedReply[];
  next: string | null;
}

/**
 * The replies under the address that a mailed link opens. Takes its key, after which reply to go on (untrusted), and the
 * time now. Null when the key opens nothing (any more). Index: comment_contact (email_hash), then those of one address.
 */
export async function repliesOfAddress(key: string, after: string | undefined, now: Date): Promise<AddressReplies | null> {
  const emailHash = addressOfKey(key, now);
  if (!emailHash) return null;
  const beyond = after && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? { commentId: { lt: after } } : {};
  const rows = await privateDb.commentContact.findMany({
    where: { emailHash, ...beyond },
    select: {
      commentId: true,
      emailSealed: true,
      comment: {
        select: {
          status: true,
          withdrawnAt: true,
          body: true,
          createdAt: true,
          post: { select: { title: true, lang: true, status: true } },
        },
      },
    },
    orderBy: { commentId: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  return {
    address: shown[0] ? openEmail(shown[0].emailSealed) : null,
    replies: shown.map(({ commentId, comment: { body, createdAt, post, ...comment } }) => ({
      receipt: receiptKey(commentId),
      fate: fateOf(comment),
      body,
      createdAt,
      post: isPublic(post) ? { title: post.title, lang: post.lang } : null,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.commentId ?? null) : null,
  };
}
