/** How often something was seen in spam, and in good comments. */
export interface Counts {
  spam: number;
  ham: number;
}

/** Fewer decisions of either kind teach nothing. */
const MIN_LEARNED = 20;
/** How much a word counts that was hardly seen: as if this often, half in spam. */
const PRIOR = 0.5;
/** The words that tell most decide; one that is about as frequent in both tells nothing. */
const MAX_WORDS = 40;
const MIN_LEAN = 0.1;

/** How sure it is to be spam when this word stands in it (0 to 1), from how often it was seen among all that was learned. */
export function leanOf(seen: Counts, learned: Counts): number {
  const [inSpam, inHam] = [seen.spam / learned.spam, seen.ham / learned.ham];
  const times = seen.spam + seen.ham;
  const lean = times === 0 ? 0.5 : inSpam / (inSpam + inHam);
  return (PRIOR * 0.5 + times * lean) / (PRIOR + times);
}

/**
 * How sure a comment is to be spam, from 0 to 1, by what decisions taught (G. Robinson, "A Statistical Approach to the
 * Spam Problem", with Fisher's combination). Takes how each of its words leans. 0.5 when they tell nothing.
 */
export function chanceOfSpam(leans: number[]): number {
  const telling = leans
    .filter((lean) => Math.abs(lean - 0.5) >= MIN_LEAN)
    .sort((one, other) => Math.abs(other - 0.5) - Math.abs(one - 0.5))
    .slice(0, MAX_WORDS);
  if (telling.length === 0) return 0.5;
  const sum = (of: (lean: number) => number) => -2 * telling.reduce((total, lean) => total + Math.log(of(lean)), 0);
  const spam =
    1 -
    upperTail(
      sum((lean) => 1 - lean),
      telling.length,
    );
  const ham =
    1 -
    upperTail(
      sum((lean) => lean),
      telling.length,
    );
  return (1 + spam - ham) / 2;
}

/** Whether enough was learned for it to count. */
export function hasLearned({ spam, ham }: Counts): boolean {
  return spam >= MIN_LEARNED && ham >= MIN_LEARNED;
}

/** The score of a chance: up to 6 for spam, down to -3 against it, 0 in between. */
export function pointsOf(chance: number): number {
  const surely = (chance - 0.5) * 2;
  return Math.round(surely * (surely > 0 ? 6 : 3)) || 0;
}

/** How likely a chi-squared value with 2 × `pairs` degrees of freedom is larger than this. */
function upperTail(value: number, pairs: number): number {
  const half = value / 2;
  let term = Math.exp(-half);
  let sum = term;
  for (let nth = 1; nth < pairs; nth++) {
    term *= half / nth;
    sum += term;
  }
  return Math.min(1, sum);
}
