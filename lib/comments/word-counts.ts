/** How often each of some words stands there. */
export function countsOf(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, countOf(counts, word) + 1);
  return counts;
}

/** How often a word stands there. */
export function countOf(counts: Map<string, number>, word: string): number {
  return counts.get(word) ?? 0;
}

/** Which words of one text another lacks, and how often. Takes the other's first. */
export function missingIn(there: Map<string, number>, words: Map<string, number>): Map<string, number> {
  const missing = [...words].map(([word, count]) => [word, count - countOf(there, word)] as const);
  return new Map(missing.filter(([, count]) => count > 0));
}
