import { changesOf } from "@/lib/comments/still-out";
import { countOf, countsOf, missingIn } from "@/lib/comments/word-counts";
import type { Tx } from "@/lib/db/private";

/**
 * Which of the newsroom's changes of a comment's text another text puts back: all that each took out stands there again,
 * however the rest is written. None where it takes something out itself, which would be stated to nobody: a word as it
 * stands now, unless one of those changes had put it in. Takes the transaction that holds the comment, what it says and
 * that text. Returns their rows in the ledger. Index: that of changesOf.
 */
export async function putBackBy(tx: Tx, comment: { id: string; body: string }, body: string): Promise<string[]> {
  const out = (await changesOf(tx, comment.id)).filter(({ isOut }) => isOut);
  const are = wordsOf(body);
  const back = out.filter(({ before, after }) => {
    const takenOut = missingIn(wordsOf(after ?? before), wordsOf(before));
    return takenOut.size > 0 && [...takenOut.keys()].every((word) => countOf(are, word) >= countOf(wordsOf(before), word));
  });
  const putIn = back.map(({ before, after }) => missingIn(wordsOf(before), wordsOf(after ?? before)));
  const mayGo = (word: string) => putIn.reduce((sum, words) => sum + countOf(words, word), 0);
  const gone = missingIn(are, wordsOf(comment.body));
  return [...gone].some(([word, count]) => count > mayGo(word)) ? [] : back.map(({ eventId }) => eventId);
}

/** How often each word, or sign that is no punctuation, stands in a text. */
function wordsOf(text: string): Map<string, number> {
  return countsOf(text.match(/[\p{L}\p{N}]+|\p{S}/gu) ?? []);
}
