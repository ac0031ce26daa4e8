import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { inOrderOf } from "@/lib/ids";
import { rankedMatches } from "@/lib/search/matches";
import { questionsFor } from "@/lib/search/questions";
import { readQuery } from "@/lib/search/read-query";
import { isTooLong, searchQuery } from "@/lib/search/schema";
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
 * Up to six published posts that what is being typed may mean, best first. Takes untrusted text; what is no query suggests
 * nothing. Indexes: those of a search (lib/search/matches.ts), which is asked for less. Shows: which posts and pages are
 * published, each that is suggested.
 */
export async function suggestPosts(typed: unknown): Promise<Suggestion[]> {
  dependsOn(tags.posts(), tags.pages());
  const { q } = searchQuery.parse({ q: typed });
  const terms = isTooLong(q) ? [] : readQuery(q);
  if (terms.length === 0) return [];
  const questions = await questionsFor(terms);
  const { matches } = questions.all ? await rankedMatches(questions, {}, COMPARED) : { matches: [] };
  const ids = matches.slice(0, SUGGESTED).map(({ id }) => id);
  const rows = await publicDb.post.findMany({
    where: { id: { in: ids }, status: "published" },
    select: { id: true, title: true, lang: true, slug: true },
    take: SUGGESTED,
  });
  dependsOn(...ids.map(tags.post));
  return inOrderOf(ids, rows).map(({ title, lang, slug }) => ({ title, lang, path: `/${slug}` }));
}
