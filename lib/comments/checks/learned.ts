import { chanceOfSpam, hasLearned, leanOf, pointsOf, type Counts } from "@/lib/comments/checks/bayes";
import type { Examined, Fired } from "@/lib/comments/checks/check";
import { ALL_LEARNED, spamWordsOf } from "@/lib/comments/checks/spam-words";
import { privateDb } from "@/lib/db/private";

/** So many words that spoke for spam are told. */
const MAX_TOLD = 5;
const MIN_TOLD_LEAN = 0.8;

/** What the moderators' decisions taught about the words of a reply (learn.ts). One query. Index: spam_token's key. */
export async function learned({ comment, folded }: Examined): Promise<Fired[]> {
  const words = spamWordsOf(comment, folded);
  const seen = await countsOf([ALL_LEARNED, ...words.map(({ token }) => token)]);
  const all = seen.get(ALL_LEARNED);
  if (!all || !hasLearned(all)) return [];
  const leaning = words.map((word) => ({ ...word, lean: leanOf(seen.get(word.token) ?? { spam: 0, ham: 0 }, all) }));
  const score = pointsOf(chanceOfSpam(leaning.map(({ lean }) => lean)));
  if (score === 0) return [];
  const told = score < 0 ? [] : leaning.filter(({ lean }) => lean >= MIN_TOLD_LEAN).sort((one, other) => other.lean - one.lean);
  const parts = told.flatMap(({ part }) => (part ? [{ rule: "learned" as const, field: "body" as const, ...part, score: 0 }] : []));
  return [{ rule: "learned", score }, ...parts.slice(0, MAX_TOLD)];
}

async function countsOf(tokens: bigint[]): Promise<Map<bigint, Counts>> {
  const rows = await privateDb.$queryRaw<({ token: bigint } & Counts)[]>`
    select token, spam, ham from spam_token where token = any(${tokens.map(String)}::text[]::bigint[])`;
  return new Map(rows.map(({ token, ...counts }) => [token, counts]));
}
