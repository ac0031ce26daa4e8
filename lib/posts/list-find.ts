import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { KEYS, narrowing, sortOf, titled, type Filter, type Narrowing } from "@/lib/posts/list-narrow";
import { POSTS_PER_PAGE, type ListQuery } from "@/lib/posts/list-schema";
import type { Actor } from "@/lib/users/policy";

/** So many posts are looked through along the list before those that a filter lets through are looked up instead. */
const NEAR = 1_500;
/** Up to so many posts are looked up by what a filter lets through, and sorted. */
const FEW = 20_000;
/** At most so many are looked through for one page. */
const FAR = 15_000;
/** The index of titles knows parts of so many letters (pg_trgm). */
const INDEXED_LETTERS = 3;

/** A post of a page: its id, and what it is sorted by. */
export interface Found {
  id: string;
  key: Date | string;
}

/** A page's posts and one more, if there is one; `end`: how far was looked, where that was not to the end of the list nor until the page was full. */
interface FoundPage {
  found: Found[];
  end?: Found;
}

/**
 * Finds the posts of one page, in bounded time whatever is asked for. What the filters let through is mostly frequent:
 * then it is met on the way along the list's index. Otherwise the narrowest filter's posts, if they are few, are looked
 * up and sorted (somebody's who left years ago would not be met for long). Where no filter lets few through and they
 * are hardly ever met together, the page holds what was met so far. Takes the actor and what was asked.
 */
export async function findPage(actor: Actor, asked: ListQuery): Promise<FoundPage> {
  const narrow = await narrowing(actor, asked);
  const all = { ...narrow, filters: [...narrow.filters, ...(asked.q ? [titled(asked.q)] : [])] };
  if (all.filters.length === 0) return { found: await walkAll(asked, all) };
  const near = await walk(asked, all, NEAR);
  if (!near.end) return near;
  const few = (await fewest(narrow.filters)) ?? (asked.q.length >= INDEXED_LETTERS ? await titlesWith(asked.q) : null);
  return few ? { found: await lookUp(asked, all, few) } : walk(asked, all, FAR);
}

const [UP, DOWN] = [Prisma.sql`asc`, Prisma.sql`desc`];

function ordered(asked: ListQuery, { isCarried }: Narrowing): Prisma.Sql {
  const { sql: key, isNewestFirst } = KEYS[sortOf(asked)];
  const [lists, way] = asked.isTurned ? [DOWN, isNewestFirst ? UP : DOWN] : [UP, isNewestFirst ? DOWN : UP];
  // Under row-level security PostgreSQL does not see that `kind` and `status` are one value (an enum's `=` is not
  // leakproof), and would sort the whole list; named in the order, they let it read the page from the index.
  return Prisma.join([
    Prisma.sql`kind ${lists}`,
    ...(asked.status && !isCarried ? [Prisma.sql`status ${lists}`] : []),
    Prisma.sql`${key} ${way}, id ${way}`,
  ]);
}

function walkAll(asked: ListQuery, narrow: Narrowing): Promise<Found[]> {
  const { sql: key } = KEYS[sortOf(asked)];
  return privateDb.$queryRaw<Found[]>`
    select id, ${key} as key from post where ${and(narrow.along)} order by ${ordered(asked, narrow)} limit ${POSTS_PER_PAGE + 1}`;
}

/** Looks through so many posts along the list. */
async function walk(asked: ListQuery, narrow: Narrowing, most: number): Promise<FoundPage> {
  const { sql: key } = KEYS[sortOf(asked)];
  const rows = await privateDb.$queryRaw<(Found & { nth: number })[]>`
    with walked as materialized (
      select *, row_number() over () as nth from (
        select id, ${key} as key, title, lang, category_id, published_at, scheduled_for, created_at
        from post where ${and(narrow.along)} order by ${ordered(asked, narrow)} limit ${most}
      ) as along
    )
    (select id, key, nth::int from walked as post where ${and(narrow.filters.map(({ has }) => has))} order by nth limit ${POSTS_PER_PAGE + 1})
    union all
    (select id, key, -nth::int from walked order by nth desc limit 1)`;
  const found = rows.filter(({ nth }) => nth > 0);
  const last = rows.find(({ nth }) => nth < 0);
  return found.length > POSTS_PER_PAGE || !last || -last.nth < most ? { found } : { found, end: last };
}

/** The filter that lets the fewest posts through, if those are few. Indexes: those of each filter, up to FEW entries. */
async function fewest(filters: Filter[]): Promise<Filter | null> {
  const counted = await Promise.all(
    filters.map(async (filter) => {
      const [row] = await privateDb.$queryRaw<{ count: number }[]>`
        select count(*)::int from (${filter.ids} limit ${FEW + 1}) as listed`;
      return { filter, count: row?.count ?? 0 };
    }),
  );
  const [least] = counted.sort((a, b) => a.count - b.count);
  return least && least.count <= FEW ? least.filter : null;
}

/** The posts with these words in their titles, sought once, if they are few. Index: post_title_search. */
async function titlesWith(q: string): Promise<Filter | null> {
  const { ids, has } = titled(q);
  const rows = await privateDb.$queryRaw<{ id: string }[]>`${ids} limit ${FEW + 1}`;
  return rows.length > FEW ? null : { ids: Prisma.sql`select unnest(${rows.map(({ id }) => id)}::uuid[])`, has };
}

/** The first of a few posts that all filters let through. Index: the primary key. */
function lookUp(asked: ListQuery, narrow: Narrowing, { ids }: Filter): Promise<Found[]> {
  const { sql: key } = KEYS[sortOf(asked)];
  const conditions = and([Prisma.sql`id = any (array(${ids}))`, ...narrow.along, ...narrow.filters.map(({ has }) => has)]);
  return privateDb.$queryRaw<Found[]>`
    select id, ${key} as key from post where ${conditions} order by ${ordered(asked, narrow)} limit ${POSTS_PER_PAGE + 1}`;
}

function and(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, " and ");
}
