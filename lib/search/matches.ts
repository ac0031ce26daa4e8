import { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import type { Questions } from "@/lib/search/questions";
import { windowsBetween, type Shortest } from "@/lib/search/windows";

/** So many of the newest posts that match are compared and counted; of more it is said that there are more. */
export const MOST_COMPARED = 200;
/** Where each costs more: it is to be by somebody, in a category or a language; or see `isCostly`. */
const MOST_COMPARED_AT_COST = 100;
/** A year counts as a thirtieth of a title: so old a post needs its words in better places than a new one. */
const YEAR_WEIGHT = 0.02;

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

/**
 * The newest posts that match, newest first; with a place, those older or (oldest first) newer than it. Index:
 * post_search_words, one look for each span of time (lib/search/windows.ts) until there are enough.
 */
export async function newestMatches(
  { all, shortest }: Questions,
  narrowing: Narrowing,
  { place, way = "older", count }: { place?: Match; way?: "older" | "newer"; count: number },
): Promise<Match[]> {
  const windows = await windowsOf(narrowing, shortest, place, way);
  const [than, order] = way === "older" ? [Prisma.sql`<`, Prisma.sql`desc`] : [Prisma.sql`>`, Prisma.sql``];
  const beyond = place ? Prisma.sql`and (published_at, post_id) ${than} (${place.publishedAt}, ${place.id}::uuid)` : Prisma.empty;
  return publicDb.$queryRaw<Match[]>`
    select found.post_id as id, found.published_at as "publishedAt"
    from unnest(${windows}::text[]) with ordinality as span (facet, nth), lateral (
      select post_id, published_at from post_search
      where words @@ ${all}::tsquery and ${narrowed(narrowing)} ${beyond}
      order by published_at ${order}, post_id ${order} limit ${count}
    ) as found
    limit ${count}`;
}

/**
 * The posts that match, best first: the newest MOST_COMPARED, and of older ones half as many that have the words
 * in their titles, however old they are (at cost: fewer). What speaks for a post: its title most, then its standfirst, then the beginning of its text; and its date.
 * Returns them, and how many match: as many as are compared and `isMore` when there are more. Indexes: post_search_words and
 * post_search_titles, as `newestMatches` asks.
 */
export async function rankedMatches(
  questions: Questions,
  narrowing: Narrowing,
  most = { compared: mostOf(questions, narrowing), titled: mostOf(questions, narrowing) / 2 },
): Promise<{ matches: RankedMatch[]; count: number; isMore: boolean }> {
  const [windows, titles] = await Promise.all([windowsOf(narrowing, questions.shortest), windowsOf(narrowing, questions.shortestOfTitles)]);
  const rows = await publicDb.$queryRaw<(RankedMatch & { isRecent: boolean })[]>(
    rankedQuery(questions, narrowing, { words: windows, titles }, most),
  );
  const recent = rows.filter(({ isRecent }) => isRecent).length;
  const matches = rows.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
  return { matches, count: Math.min(recent, most.compared), isMore: recent > most.compared };
}

/** What `rankedMatches` asks. Takes what it takes, and the spans of time to look through for words and for titles. */
export function rankedQuery(
  { all, any }: Pick<Questions, "all" | "any">,
  narrowing: Narrowing,
  windows: { words: string[]; titles: string[] },
  most: { compared: number; titled: number },
): Prisma.Sql {
  const among = (spans: Prisma.Sql, vector: Prisma.Sql, count: number) => Prisma.sql`
    select found.* from unnest(${spans}) with ordinality as span (facet, nth), lateral (
      select post_id, published_at, stemmer, opening from post_search
      where ${vector} @@ ${all}::tsquery and ${narrowed(narrowing)}
      order by published_at desc, post_id desc limit ${count}
    ) as found
    limit ${count}`;
  // When all that match were found, those with the words in their titles are among them.
  const ifMore = Prisma.sql`case when (select count(*) from recent) > ${most.compared}::int then ${windows.titles}::text[] end`;
  return Prisma.sql`
    with recent as materialized (${among(Prisma.sql`${windows.words}::text[]`, Prisma.sql`words`, most.compared + 1)}),
    titled as materialized (${among(ifMore, Prisma.sql`title`, most.titled)}),
    candidate as (
      select *, true as is_recent from recent
      union all
      select *, false from titled where post_id not in (select post_id from recent)
    )
    select post_id as id, published_at as "publishedAt", is_recent as "isRecent", round(1000000 * (
        ts_rank('{0, 0.1, 0.4, 1}', opening, case stemmer when 'de' then ${any.de}::tsquery when 'en' then ${any.en}::tsquery else ${any.simple}::tsquery end)
        + ${YEAR_WEIGHT}::float8 * extract(epoch from published_at)::float8 / 31557600))::float8 as score
    from candidate`;
}

/** How many posts match, up to MOST_COMPARED (at cost, MOST_COMPARED_AT_COST). Index: as `newestMatches` asks. */
export async function countMatches(questions: Questions, narrowing: Narrowing): Promise<{ count: number; isMore: boolean }> {
  const windows = await windowsOf(narrowing, questions.shortest);
  const most = mostOf(questions, narrowing);
  const [row] = await publicDb.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select from unnest(${windows}::text[]) with ordinality as span (facet, nth), lateral (
        select from post_search where words @@ ${questions.all}::tsquery and ${narrowed(narrowing)} limit ${most + 1}
      ) as found
      limit ${most + 1}
    ) as counted`;
  const count = row?.count ?? 0;
  return { count: Math.min(count, most), isMore: count > most };
}

function mostOf({ isCostly }: Questions, { categoryIds, userId, lang }: Narrowing): number {
  return isCostly || categoryIds || userId || lang ? MOST_COMPARED_AT_COST : MOST_COMPARED;
}

function narrowed({ categoryIds, userId, lang, since }: Narrowing): Prisma.Sql {
  const categories = categoryIds?.map((id) => `c:${id}`) ?? [];
  const among = categories.length > 1 ? categories : null;
  // One category is one key more of the same look into the index; to look for several costs ten times as much.
  const facets = [...(among ? [] : categories), ...(userId ? [`a:${userId}`] : []), ...(lang ? [`l:${lang}`] : [])];
  return Prisma.sql`facets @> (span.facet || ${facets}::text[]) and published_at <= now()
    ${among ? Prisma.sql`and facets && ${among}::text[]` : Prisma.empty}
    ${since ? Prisma.sql`and published_at >= ${since}` : Prisma.empty}`;
}

/** A place that an address names may lie anywhere: no span is looked at in which nothing can be. Index: post_front. */
async function windowsOf(
  { since, userId, categoryIds }: Narrowing,
  shortest: Shortest,
  place?: Match,
  way: "older" | "newer" = "older",
): Promise<string[]> {
  const [oldest] = await publicDb.$queryRaw<{ at: Date }[]>`
    select published_at as at from post where status = 'published' order by published_at, id limit 1`;
  if (!oldest) return [];
  const now = new Date();
  const first = since && since > oldest.at ? since : oldest.at;
  const from = place ? new Date(Math.min(now.getTime(), Math.max(first.getTime(), place.publishedAt.getTime()))) : now;
  const begin = shortest === "d" && (userId || categoryIds) ? "m" : shortest;
  return windowsBetween(from, way === "newer" ? now : first, begin);
}
