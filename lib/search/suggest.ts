import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { inOrderOf } from "@/lib/ids";
import { rankedMatches } from "@/lib/search/matches";
import { questionsFor } from "@/lib/search/questions";
import { readQuery } from "@/lib/search/read-query";
import { isTooLong, searchQuery } from "@/lib/search/schema";
import { putRight } from "@/lib/search/spelling";
import { dependsOn } from "@/lib/server/bridge";

/** How many posts are suggested, and how many are compared for them. */
const SUGGESTED = 6;
const COMPARED = { compared: 60, titled: 60 };

/** A post that may be what somebody is looking for. */
export interface Suggestion {
  title: string;
  lang: string;
  path: string;
}

/**
 * Up to six published posts that what is being typed may mean, best first; where none has such words, those that mistyped
 * ones may mean. Takes untrusted text; what is no query suggests nothing. Indexes: those of a search (lib/search/matches.ts),
 * which is asked for less, and of lib/search/spelling.ts. Shows: which posts and pages are published, each that is suggested.
 */
export async function suggestPosts(typed: unknown): Promise<Suggestion[]> {
  dependsOn(tags.posts(), tags.pages());
  const { q } = searchQuery.parse({ q: typed });
  const ids = await bestFor(q);
  const corrected = ids.length > 0 || isTooLong(q) ? null : await putRight(q, readQuery(q));
  return titlesOf(corrected === null ? ids : await bestFor(corrected));
}

async function bestFor(q: string): Promise<string[]> {
  const terms = isTooLong(q) ? [] : readQuery(q);
  if (terms.length === 0) return [];
  const questions = await questionsFor(terms);
  const { matches } = questions.all ? await rankedMatches(questions, {}, COMPARED) : { matches: [] };
  return matches.slice(0, SUGGESTED).map(({ id }) => id);
}

async function titlesOf(ids: string[]): Promise<Suggestion[]> {
  const rows = await publicDb.post.findMany({
    where: { id: { in: ids }, status: "published" },
    select: { id: true, title: true, lang: true, slug: true },
    take: SUGGESTED,
  });
  dependsOn(...ids.map(tags.post));
  return inOrderOf(ids, rows).map(({ title, lang, slug }) => ({ title, lang, path: `/${slug}` }));
}
