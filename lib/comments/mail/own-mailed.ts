import { addressOfRefusal, commentOfConfirmation, subscriptionOfEnd } from "@/lib/comments/mail/key";
import { renderComment } from "@/lib/comments/markdown";
import type { SubscriptionKind } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";

/** A reply whose mailbox is asked whether it is theirs. */
export interface ReplyToConfirm {
  name: string;
  /** Safe HTML (lib/comments/markdown.ts). */
  html: string;
  post: { title: string; lang: string };
  /** What was asked to be told of it, and is not confirmed yet. */
  asked: SubscriptionKind[];
}

/** The reply that a mailed link asks to confirm; null when the key is not ours, or the reply or its address is gone. Index: the primary keys. */
export async function replyToConfirm(key: string): Promise<ReplyToConfirm | null> {
  const id = commentOfConfirmation(key);
  const comment =
    id &&
    (await privateDb.comment.findFirst({
      where: { id, contact: { isNot: null } },
      select: {
        name: true,
        body: true,
        post: { select: { title: true, lang: true } },
        subscriptions: { where: { confirmedAt: null, endedAt: null }, select: { kind: true }, orderBy: { kind: "asc" } },
      },
    }));
  if (!comment) return null;
  const { body, subscriptions, ...shown } = comment;
  return { ...shown, html: renderComment(body), asked: subscriptions.map(({ kind }) => kind) };
}

/**
 * What a mail's way out ends. Takes the mail's key. Null when the key is not ours; without a post when there is nothing
 * to end any more, which says no more than that. Index: the primary key.
 */
export async function mailsToEnd(key: string): Promise<{ post: { title: string; lang: string } | null } | null> {
  const id = subscriptionOfEnd(key);
  if (!id) return null;
  const going = await privateDb.subscription.findFirst({
    where: { id, endedAt: null },
    select: { comment: { select: { post: { select: { title: true, lang: true } } } } },
  });
  return { post: going?.comment.post ?? null };
}

/**
 * Whether the address that a mail went to refuses all of them. Takes the mail's key; null when it is not ours. Told to
 * nobody but who holds that key: on other pages it would say that the address is known. Index: the primary key.
 */
export async function mailRefusal(key: string): Promise<{ isRefused: boolean } | null> {
  const emailHash = addressOfRefusal(key);
  if (!emailHash) return null;
  return { isRefused: (await privateDb.refusedAddress.count({ where: { emailHash } })) > 0 };
}
