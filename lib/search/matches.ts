import { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import type { Questions } from "@/lib/search/questions";

/** So many of the newest posts that match are compared and counted; of more it is said that there are more. */
export const MOST_COMPARED = 200;
/** Where each costs more: it is to be by somebody, in a category or a language; or see `isCostly`. */
const MOST_COMPARED_AT_COST = 100;
/** A year counts as a thirtieth of a title: so old a post needs its words in better places than a new one. */
const YEAR_WEIGHT = 0.02;
/** Before every post that is there. */
const END = { id: "ffffffff-ffff-ffff-ffff-ffffffffffff", publishedAt: new Date("9999-01-01") };

/** What narrows a search. */
export interface Narrowing {
  categoryIds?: string[];
  userId?: string;
  lang?: string;
  /** Only posts published since then. */
  since?: Date;
}

/** A post among those that match: the newer first, between equal times the id decides. */
export interface Match {
  id: string;
  publishedAt: Date;
}

/** One that was compared: the higher the better, in millionths; it does not depend on the time of asking, nor on the others. */
export interface RankedMatch extends Match {
  score: number;
}

/** The newest posts that match, newest first; with a place, those older or (oldest first) newer than it. Index: as `newest` says. */
export function newestMatches(
  questions: Questions,
  narrowing: Narrowing,
  { place, way = "older", count }: { place?: Match; way?: "older" | "newer"; count: number },
): Promise<Match[]> {
  return publicDb.$queryRaw<Match[]>`
    select post_id as id, published_at as "publishedAt" from ${newest(questions, narrowing, { place, way, count })}`;
}

/**
 * The posts that match, best first: the newest MOST_COMPARED, and of older ones half as many that have the words
 * in their titles, however old they are (at cost: fewer). What speaks for a post: its title most, then its standfirst, then the beginning of its text; and its date.
 * Returns them, and how many match: as many as are compared and `isMore` when there are more. Indexes: as `newest` says.
 */
export async function rankedMatches(
  questions: Questions,
  narrowing: Narrowing,
  most = { compared: mostOf(questions, narrowing), titled: mostOf(questions, narrowing) / 2 },
): Promise<{ matches: RankedMatch[]; count: number; isMore: boolean }> {
  const { any } = questions;
  const rows = await publicDb.$queryRaw<(RankedMatch & { isRecent: boolean })[]>`
    with recent as materialized (
      select post_id, published_at, stemmer, opening from ${newest(questions, narrowing, { count: most.compared + 1 })}
    ), titled as materialized (
      select post_id, published_at, stemmer, opening from ${newest(questions, narrowing, { count: most.titled, inTitles: true })}
      -- When all that match were found, those with the words in their titles are among them.
      where (select count(*) from recent) > ${most.compared}::int
    ), candidate as (
      select *, true as is_recent from recent
      union all
      select *, false from titled where post_id not in (select post_id from recent)
    )
    select post_id as id, published_at as "publishedAt", is_recent as "isRecent", round(1000000 * (
        ts_rank('{0, 0.1, 0.4, 1}', opening, case stemmer when 'de' then ${any.de}::tsquery when 'en' then ${any.en}::tsquery else ${any.simple}::tsquery end)
        + ${YEAR_WEIGHT}::float8 * extract(epoch from published_at)::float8 / 31557600))::float8 as score
    from candidate`;
  const recent = rows.filter(({ isRecent }) => isRecent).length;
  const matches = rows.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
  return { matches, count: Math.min(recent, most.compared), isMore: recent > most.compared };
}

/** How many posts match, up to MOST_COMPARED (at cost, MOST_COMPARED_AT_COST). Index: as `newest` says. */
export async function countMatches(questions: Questions, narrowing: Narrowing): Promise<{ count: number; isMore: boolean }> {
  const most = mostOf(questions, narrowing);
  const [row] = await publicDb.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${newest(questions, narrowing, { count: most + 1 })}`;
  const count = row?.count ?? 0;
  return { count: Math.min(count, most), isMore: count > most };
}

/**
 * The rows of post_search that match, the nearest to a place first, for a `from`. Indexes: post_search_words, of titles
 * post_search_titles, one look for each span of time until there are enough (migration "search_spans").
 */
function newest(
  { all, most }: Questions,
  { categoryIds, userId, lang, since }: Narrowing,
  { place = END, way = "older", count, inTitles = false }: { place?: Match; way?: "older" | "newer"; count: number; inTitles?: boolean },
): Prisma.Sql {
  const categories = categoryIds?.map((id) => `c:${id}`) ?? [];
  // One category is one key more of the same look into the index; to look for several costs ten times as much.
  const among = categories.length > 1 ? categories : null;
  const facets = [...(among ? [] : categories), ...(userId ? [`a:${userId}`] : []), ...(lang ? [`l:${lang}`] : [])];
  return Prisma.sql`search_newest(${all}::tsquery, ${inTitles}, ${facets}::text[], ${among}::text[], ${since ?? null}::timestamptz,
    ${most}::int, ${place.publishedAt}::timestamptz, ${place.id}::uuid, ${way === "newer"}, ${count}::int)`;
}

function mostOf({ isCostly }: Questions, { categoryIds, userId, lang }: Narrowing): number {
  return isCostly || categoryIds || userId || lang ? MOST_COMPARED_AT_COST : MOST_COMPARED;
}
