import { createHmac } from "node:crypto";
import type { Examined, Part } from "@/lib/comments/checks/check";
import { fold, type Folded } from "@/lib/comments/checks/fold";
import { keyFor } from "@/lib/keys";

/** A word of a comment by which spam is told: its keyed digest, and where in the body it stands first. */
export interface SpamWord {
  token: bigint;
  part: Part | null;
}

/** The row that counts the comments that were learned. */
export const ALL_LEARNED = 0n;

const WORD = /[\p{L}\p{N}]{2,40}/gu;
const MAX_WORDS = 200;

/**
 * The words of a comment by which spam is told, each once: those of the text, and those of name and website as words of
 * their own. Only their keyed digests are ever stored: nobody can read from them who wrote what.
 */
export function spamWordsOf({ name, website }: Pick<Examined["comment"], "name" | "website">, folded: Folded): SpamWord[] {
  const words = new Map<string, Part | null>();
  for (const { 0: word, index } of folded.text.matchAll(WORD)) {
    if (words.has(word)) continue;
    words.set(word, { begin: folded.begins[index] ?? 0, until: folded.ends[index + word.length - 1] ?? 0 });
    if (words.size === MAX_WORDS) break;
  }
  for (const [field, text] of [
    ["name", name],
    ["website", website ?? ""],
  ] as const)
    for (const [word] of fold(text).text.matchAll(WORD)) words.set(`${field}:${word}`, null);
  const key = keyFor("spam.token");
  return Array.from(words, ([word, part]) => ({ token: tokenOf(key, word), part }));
}

/** 64 bits of an HMAC-SHA-256, as PostgreSQL's bigint holds them. */
function tokenOf(key: Buffer, word: string): bigint {
  return createHmac("sha256", key).update(word).digest().readBigInt64BE() || 1n;
}
