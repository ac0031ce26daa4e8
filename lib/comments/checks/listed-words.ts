import type { CheckedField, Examined, Fired, Rule } from "@/lib/comments/checks/check";
import { fold } from "@/lib/comments/checks/fold";
import { findWords, readWords, type WordList } from "@/lib/comments/checks/words";

/** The site's lists change rarely: the last two that were read are kept. */
const read = new Map<string, WordList>();

/** A word that the site's settings hold a reply for. */
export function holdWord(examined: Examined): Fired[] {
  return listed("holdWord", 5, examined.settings.holdWords, examined);
}

/** A word that the site's settings put a reply to spam for. */
export function spamWord(examined: Examined): Fired[] {
  return listed("spamWord", 10, examined.settings.spamWords, examined);
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
  if (read.size > 1) read.clear();
  const list = readWords(lines);
  read.set(lines, list);
  return list;
}
