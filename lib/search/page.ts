import { readPlace, writePlace, type ListPlace } from "@/lib/keyset";
import { countMatches, newestMatches, rankedMatches, type Match, type Narrowing } from "@/lib/search/matches";
import type { Questions } from "@/lib/search/questions";
import type { SearchQuery } from "@/lib/search/schema";

/** Results on one page. */
export const RESULTS_PER_PAGE = 10;

/** One page of what was found. `previous` and `next` are cursors, null at an end; `count` of `isMore` is how many at least. */
export interface FoundPage {
  ids: string[];
  previous: string | null;
  next: string | null;
  count: number;
  isMore: boolean;
}

/**
 * One page of the posts that match: by relevance, or the newest first. Keyset pages: what is published meanwhile neither
 * doubles a result nor hides one. Takes what the database is asked, what narrows it, order and cursors. Null for what is
 * no cursor. By relevance there are no pages beyond those that were compared (`rankedMatches`). Indexes: those of lib/search/matches.ts.
 */
export async function foundPage(
  questions: Questions,
  narrowing: Narrowing,
  { sort, after, before }: Pick<SearchQuery, "sort" | "after" | "before">,
): Promise<FoundPage | null> {
  const cursor = before ?? after;
  const place = cursor === undefined ? undefined : readPlace(cursor);
  if (place === null) return null;
  const way = before === undefined ? "older" : "newer";
  return sort === "newest" ? newestPage(questions, narrowing, place, way) : bestPage(questions, narrowing, place, way);
}

async function newestPage(questions: Questions, narrowing: Narrowing, place: ListPlace | undefined, way: "older" | "newer") {
  const at = place && { id: place.id, publishedAt: new Date(place.key) };
  const [found, counted] = await Promise.all([
    newestMatches(questions, narrowing, { place: at, way, count: RESULTS_PER_PAGE + 1 }),
    countMatches(questions, narrowing),
  ]);
  // What was nearest to the place comes first; on the page the newest does.
  if (way === "newer" && found.length <= RESULTS_PER_PAGE) {
    const first = await newestMatches(questions, narrowing, { count: RESULTS_PER_PAGE + 1 });
    return { ...pageOf(first, dateKey, { hasPrevious: false, way: "older" }), ...counted };
  }
  return { ...pageOf(found, dateKey, { hasPrevious: Boolean(place), way }), ...counted };
}

async function bestPage(questions: Questions, narrowing: Narrowing, place: ListPlace | undefined, way: "older" | "newer") {
  const { matches, ...counted } = await rankedMatches(questions, narrowing);
  const isBehind = ({ score, id }: (typeof matches)[number]) => !place || score < place.key || (score === place.key && id < place.id);
  const isAt = (match: (typeof matches)[number]) => match.score === place?.key && match.id === place.id;
  const from = matches.findIndex((match) => isBehind(match));
  const behind = from < 0 ? [] : matches.slice(from);
  const ahead = (from < 0 ? matches : matches.slice(0, from)).filter((match) => !isAt(match));
  const key = ({ score }: (typeof matches)[number]) => score;
  if (way === "older" || ahead.length <= RESULTS_PER_PAGE)
    return {
      ...pageOf(way === "older" ? behind : matches, key, { hasPrevious: Boolean(place) && way === "older", way: "older" }),
      ...counted,
    };
  return { ...pageOf(ahead.slice(-RESULTS_PER_PAGE - 1).reverse(), key, { hasPrevious: true, way }), ...counted };
}

/** Takes one more than a page holds, from the place on. */
function pageOf<T extends Match>(
  found: T[],
  key: (match: T) => number,
  { hasPrevious, way }: { hasPrevious: boolean; way: "older" | "newer" },
) {
  const shown = found.slice(0, RESULTS_PER_PAGE);
  const matches = way === "older" ? shown : shown.reverse();
  const [first, last] = [matches.at(0), matches.at(-1)];
  const hasNext = way === "newer" || found.length > RESULTS_PER_PAGE;
  return {
    ids: matches.map(({ id }) => id),
    previous: hasPrevious && first ? writePlace({ key: key(first), id: first.id }) : null,
    next: hasNext && last ? writePlace({ key: key(last), id: last.id }) : null,
  };
}

function dateKey({ publishedAt }: Match): number {
  return publishedAt.getTime();
}
