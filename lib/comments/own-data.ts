import { notedOfAddress } from "@/lib/commenters/own";
import { openEmail } from "@/lib/comments/contact";
import { addressOfKey } from "@/lib/comments/mail/key";
import { maskAddress } from "@/lib/comments/mask";
import { AUTHORS, fateOf, toldReason } from "@/lib/comments/own";
import { commentOfReceipt } from "@/lib/comments/receipt";
import type { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { reportsOfAddress } from "@/lib/reports/own";

/** More than any one person writes; a file of them has some 10 MB. */
const MAX_REPLIES = 5_000;

/**
 * Everything that is kept of one reply, to be handed to its author (GDPR, article 15), the address masked: who holds a
 * receipt has not proven it. Takes the receipt's key. Null when it opens nothing. Index: the primary keys.
 */
export async function dataOfReply(key: string): Promise<object | null> {
  const id = commentOfReceipt(key);
  const reply = id && (await privateDb.comment.findUnique({ where: { id }, select: KEPT }));
  return reply ? written(reply, maskAddress) : null;
}

/**
 * Everything that is kept under an address, with it: the mailed link proved it. Takes the mailed key and the time now.
 * Null when it opens nothing (any more). Index: comment_contact (email_hash).
 */
export async function dataOfAddress(key: string, now: Date): Promise<object | null> {
  const emailHash = addressOfKey(key, now);
  if (!emailHash) return null;
  const replies = await privateDb.comment.findMany({
    where: { contact: { emailHash } },
    select: KEPT,
    orderBy: { id: "asc" },
    take: MAX_REPLIES,
  });
  const proven = await privateDb.provenAddress.findUnique({ where: { emailHash }, select: { provenAt: true } });
  const refused = await privateDb.refusedAddress.findUnique({ where: { emailHash }, select: { refusedAt: true } });
  return {
    addressProven: proven?.provenAt ?? null,
    mailRefused: refused?.refusedAt ?? null,
    replies: replies.map((reply) => written(reply, (address) => address)),
    reports: await reportsOfAddress(emailHash),
    newsroom: await notedOfAddress(emailHash),
  };
}

const KEPT = {
  ...AUTHORS,
  edits: { ...AUTHORS.edits, select: { ...AUTHORS.edits.select, after: true } },
  parentId: true,
  post: { select: { slug: true, title: true } },
  contact: { select: { emailSealed: true, ipPrefix: true, userAgent: true, provenAt: true } },
  statements: {
    where: { undoneAt: null },
    select: {
      to: true,
      isEdit: true,
      ground: true,
      explanation: true,
      createdAt: true,
      complaint: { select: { text: true, createdAt: true, outcome: true, answer: true } },
    },
    orderBy: { id: "asc" },
  },
  subscriptions: { select: { kind: true, createdAt: true, confirmedAt: true, endedAt: true } },
} satisfies Prisma.CommentSelect;

type Kept = Prisma.CommentGetPayload<{ select: typeof KEPT }>;

function written(reply: Kept, address: (whole: string) => string): object {
  const { status, contact, subscriptions, body, createdAt, parentId, ...rest } = reply;
  return {
    ...rest,
    state: fateOf(reply),
    reason: toldReason(reply),
    text: body,
    sentAt: createdAt,
    answerTo: parentId,
    email: contact && address(openEmail(contact.emailSealed)),
    emailProvenAt: contact?.provenAt ?? null,
    network: contact?.ipPrefix ?? null,
    browser: contact?.userAgent ?? null,
    mails: subscriptions,
  };
}
