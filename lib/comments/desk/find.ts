import { narrowing, type Filter, type Narrowing } from "@/lib/comments/desk/narrow";
import { PAGE, type DeskPlace, type DeskQuery } from "@/lib/comments/desk/query";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";

/** So many comments are looked through along the list before those that a filter lets through are looked up instead. */
const NEAR = 2_000;
/** Up to so many comments are looked up by what a filter lets through, and sorted. */
const FEW = 10_000;
/** Where so many are expected they are not counted: an estimate may be wrong by a few times. */
const SURELY_MANY = 3 * FEW;
/** At most so many are looked through for one page. */
const FAR = 10_000;

/** A comment of a page: its id, when it was sent, and how urgent it is while it waits. */
export interface Found {
  id: string;
  createdAt: Date;
  urgency: number;
}

/** A page's comments and one more, if there is one; `end`: how far was looked, where that was neither to the end of the list nor until the page was full. */
interface FoundPage {
  found: Found[];
  end?: Found;
}

/** A page of a list: its comments, and the place after which the next goes on; null at the end. */
export async function findPage(asked: DeskQuery): Promise<{ page: Found[]; next: DeskPlace | null }> {
  const { found, end } = await findComments(asked);
  const page = found.slice(0, PAGE);
  const last = found.length > page.length ? page.at(-1) : end;
  return { page, next: last ? placeOf(last) : null };
}

/** Where a comment stands in its list. */
export function placeOf({ id, createdAt, urgency }: Found): DeskPlace {
  return { key: createdAt.getTime(), id, urgency };
}

/**
 * Finds the comments of one page, in bounded time whatever is asked for, as lib/posts/list-find.ts does the posts: what
 * is frequent is met on the way along the list; else the comments of the narrowest filter, if they are few, are looked
 * up and sorted; else the page holds what was met so far. Takes what was asked.
 */
async function findComments(asked: DeskQuery): Promise<FoundPage> {
  const narrow = await narrowing(asked);
  if (narrow.filters.length === 0) return { found: await walkAll(asked, narrow) };
  const near = await walk(asked, narrow, NEAR);
  if (!near.end) return near;
  const few = await fewest(narrow.filters);
  return few === null ? walk(asked, narrow, FAR) : { found: await lookUp(asked, narrow, few) };
}

/** Under row-level security PostgreSQL does not see that `status` is one value (an enum's `=` is not leakproof): named in the order, the page is read from the index. */
function ordered({ status }: DeskQuery): Prisma.Sql {
  if (status === "pending") return Prisma.sql`status, urgency, created_at, id`;
  return Prisma.sql`${status === "all" ? Prisma.empty : Prisma.sql`status desc, `}created_at desc, id desc`;
}

function walkAll(asked: DeskQuery, { along }: Narrowing): Promise<Found[]> {
  return privateDb.$queryRaw<Found[]>`
    select id, created_at as "createdAt", urgency from comment where ${and(along)} order by ${ordered(asked)} limit ${PAGE + 1}`;
}

/** Looks through so many comments along the list. */
async function walk(asked: DeskQuery, { along, filters }: Narrowing, most: number): Promise<FoundPage> {
  const rows = await privateDb.$queryRaw<(Found & { nth: number })[]>`
    with walked as materialized (
      select *, row_number() over () as nth from (
        select id, created_at, post_id, score, urgency, awaits_proof from comment where ${and(along)} order by ${ordered(asked)} limit ${most}
      ) as along
    )
    (select id, created_at as "createdAt", urgency, nth::int from walked as comment where ${and(filters.map(({ has }) => has))} order by nth limit ${PAGE + 1})
    union all
    (select id, created_at, urgency, -nth::int from walked order by nth desc limit 1)`;
  const found = rows.filter(({ nth }) => nth > 0);
  const last = rows.find(({ nth }) => nth < 0);
  return found.length > PAGE || !last || -last.nth < most ? { found } : { found, end: last };
}

/** The ids (joined by commas) that the filter of the fewest lets through, if those are few. Indexes: those of each filter, up to FEW entries. */
async function fewest(filters: Filter[]): Promise<string | null> {
  const counted = await Promise.all(filters.flatMap(({ ids }) => (ids ? [ifFew(ids)] : [])));
  const [least] = counted.filter((few) => few !== null).sort((a, b) => a.count - b.count);
  return least ? (least.ids ?? "") : null;
}

/** What a filter lets through, if it is few: PostgreSQL is asked first what it expects, as many texts read for a part of them cost seconds. */
async function ifFew(ids: Prisma.Sql): Promise<{ count: number; ids: string | null } | null> {
  if ((await expectedRows(ids)) > SURELY_MANY) return null;
  const [row] = await privateDb.$queryRaw<{ count: number; ids: string | null }[]>`
    select count(*)::int as count, case when count(*) <= ${FEW} then string_agg(id::text, ',') end as ids
    from (${ids} limit ${FEW + 1}) as listed (id)`;
  return row && row.count <= FEW ? row : null;
}

/** How many rows PostgreSQL's statistics let expect of a query. Source: PostgreSQL documentation, 14.1. */
async function expectedRows(query: Prisma.Sql): Promise<number> {
  const [row] = await privateDb.$queryRaw<[{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }]>`explain (format json) ${query}`;
  return row["QUERY PLAN"][0].Plan["Plan Rows"];
}

/** The first of a few comments that all filters let through. Index: the primary key. */
function lookUp(asked: DeskQuery, { along, filters }: Narrowing, ids: string): Promise<Found[]> {
  const conditions = and([Prisma.sql`id = any (string_to_array(${ids}, ',')::uuid[])`, ...along, ...filters.map(({ has }) => has)]);
  return privateDb.$queryRaw<Found[]>`
    select id, created_at as "createdAt", urgency from comment where ${conditions} order by ${ordered(asked)} limit ${PAGE + 1}`;
}

function and(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, " and ");
}

/** At most so many are counted. */
const MOST_COUNTED = 20_000;

/** How many comments a list holds; null where that is more than 20,000, or where more would have to be looked through. Index: the list's. */
export async function countComments(asked: DeskQuery): Promise<number | null> {
  const { along, filters } = await narrowing(asked);
  const has = filters.length ? and(filters.map((filter) => filter.has)) : Prisma.sql`true`;
  const [row] = await privateDb.$queryRaw<{ walked: number; count: number }[]>`
    with walked as materialized (select id, post_id, score from comment where ${and(along)} limit ${MOST_COUNTED + 1})
    select count(*)::int as walked, (select count(*)::int from walked as comment where ${has}) as count from walked`;
  return row && row.walked <= MOST_COUNTED ? row.count : null;
}
