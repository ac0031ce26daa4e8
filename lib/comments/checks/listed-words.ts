import { LRUCache } from "lru-cache";
import type { CheckedField, Examined, Fired, Rule } from "@/lib/comments/checks/check";
import { fold } from "@/lib/comments/checks/fold";
import { findWords, readWords, type WordList } from "@/lib/comments/checks/words";
import { baseLanguage } from "@/lib/i18n/languages";

/** Two lists for each language that is written in; they change rarely: those that were used last are kept as they were read. */
const read = new LRUCache<string, WordList>({ max: 32 });

/** A word that the site's settings hold a reply for, in posts of any language or of this one's. */
export function holdWord(examined: Examined): Fired[] {
  const { holdWords, holdWordsIn } = examined.settings;
  return listed("holdWord", 5, together(holdWords, holdWordsIn, examined), examined);
}

/** A word that the site's settings put a reply to spam for, in posts of any language or of this one's. */
export function spamWord(examined: Examined): Fired[] {
  const { spamWords, spamWordsIn } = examined.settings;
  return listed("spamWord", 10, together(spamWords, spamWordsIn, examined), examined);
}

/** The list for all languages and the post's own as one; `de` stands for `de-AT`, too. */
function together(all: string, byLanguage: Record<string, string>, { settings }: Examined): string {
  return [all, byLanguage[baseLanguage(settings.lang)]].filter(Boolean).join("\n");
}

/** The rule counts once, on the first part; the others are told with 0. Of an address no part is told: it stands sealed. */
function listed(rule: Rule, score: number, lines: string, { comment, folded }: Examined): Fired[] {
  if (!lines) return [];
  const list = listOf(lines);
  const texts: [CheckedField, ReturnType<typeof fold>][] = [
    ["body", folded],
    ["name", fold(comment.name)],
    ["website", fold(comment.website ?? "")],
    ["email", fold(comment.email)],
  ];
  const parts = texts.flatMap(([field, text]) => findWords(text, list).map((part) => (field === "email" ? { field } : { field, ...part })));
  return parts.map((part, nth) => ({ rule, ...part, score: nth === 0 ? score : 0 }));
}

function listOf(lines: string): WordList {
  const known = read.get(lines);
  if (known) return known;
  const list = readWords(lines);
  read.set(lines, list);
  return list;
}
