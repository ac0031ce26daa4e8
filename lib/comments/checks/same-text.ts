import type { Examined, Fired } from "@/lib/comments/checks/check";
import { fold } from "@/lib/comments/checks/fold";
import { privateDb } from "@/lib/db/private";
import { digest } from "@/lib/keys";

/** Shorter texts are often the same: Thank you! */
const MIN_LETTERS = 20;
/** Only what came in lately counts; and more than these are not counted. */
const DAYS = 7;
const MANY = 3;

/**
 * The same text came in lately with other replies: under other posts, or from other addresses. Spelling it another way,
 * with other signs or numbers, makes no other text. Index: submission (text_hash, created_at).
 */
export async function sameText({ commentId, comment }: Examined): Promise<Fired[]> {
  const hash = textHash(comment.body);
  if (!hash) return [];
  const [row] = await privateDb.$queryRaw<{ others: number }[]>`
    select count(*)::int as others from (
      select from submission
      where text_hash = ${hash} and created_at > now() - make_interval(days => ${DAYS}::int) and comment_id <> ${commentId}::uuid
      limit ${MANY}) as same`;
  const others = row?.others ?? 0;
  return others === 0 ? [] : [{ rule: "sameText", field: "body", score: others < MANY ? 3 : 6 }];
}

/** The keyed digest by which the same text is found, from its letters alone; null when it is too short to tell. */
export function textHash(body: string): Buffer<ArrayBuffer> | null {
  const letters = fold(body.replace(/\p{N}/gu, "")).text.replace(/[^\p{L}]/gu, "");
  return letters.length < MIN_LETTERS ? null : digest("comment.text", letters);
}
