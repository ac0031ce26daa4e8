import { changesOf } from "@/lib/comments/still-out";
import type { Tx } from "@/lib/db/private";

/**
 * Which of the newsroom's changes of a comment's text another text puts back: all that each took out stands there again,
 * however the rest is written. Takes the transaction that holds the comment, its id and that text. Returns their ids.
 * Index: that of changesOf.
 */
export async function putBackBy(tx: Tx, commentId: string, body: string): Promise<string[]> {
  const { out } = await changesOf(tx, commentId);
  return out.flatMap((edit) => (standsAgain(edit, body) ? edit.id : []));
}

/** Whether a change took words out, each of which stands in a text as often as before that change. */
function standsAgain({ before, after }: { before: string; after: string | null }, body: string): boolean {
  const [were, left, are] = [wordsOf(before), wordsOf(after ?? before), wordsOf(body)];
  const takenOut = [...were].filter(([word, count]) => count > (left.get(word) ?? 0));
  return takenOut.length > 0 && takenOut.every(([word, count]) => (are.get(word) ?? 0) >= count);
}

/** How often each word, or sign that is no punctuation, stands in a text. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+|\p{S}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
