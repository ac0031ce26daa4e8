import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { listQuery, POSTS_PER_PAGE, type ListQuery, type Sort } from "@/lib/posts/list-schema";
import { mayEditAllPosts, mayWritePosts } from "@/lib/posts/policy";
import { monthOf } from "@/lib/posts/wall-clock";
import type { Result } from "@/lib/result";
import { currentSettings } from "@/lib/settings/current";
import type { Actor } from "@/lib/users/policy";

/** Up to so many posts are sorted rather than sought on the way through the list. */
const FEW = 20_000;

/** A post as the newsroom's list shows it. */
export type ListedPost = Prisma.PostGetPayload<{ select: typeof LISTED }>;

const LISTED = {
  id: true,
  title: true,
  slug: true,
  lang: true,
  status: true,
  version: true,
  appliedVersion: true,
  updatedAt: true,
  createdAt: true,
  publishedAt: true,
  scheduledFor: true,
  trashedAt: true,
  assignee: { select: { name: true } },
  category: { select: { name: true } },
  authors: { select: { user: { select: { name: true } } }, orderBy: { position: "asc" } },
} satisfies Prisma.PostSelect;

/**
 * One page of the posts (or static pages) that the actor may open: the desk's all, a writer's own. Takes the untrusted
 * query (listQuery; what cannot be read counts as not asked); `q` is part of a title. Returns the posts and the `after`
 * that goes on, or null; or `forbidden`. Indexes: post_newsroom, …_date and …_title by what is sorted by, their
 * …_status_… sisters where one status is asked for, post_newsroom_category, …_lang; with `q` post_title_search (of three
 * letters or more), which costs by the number of titles that have it; post_author (user_id, post_id) and post_tag_list
 * for who has so few posts that sorting them is quicker than walking the list (`few`).
 */
export async function listPosts(actor: Actor, query: unknown): Promise<Result<{ posts: ListedPost[]; next: string | null }>> {
  const asked = listQuery.parse(query);
  if (!mayWritePosts(actor) || (asked.kind === "page" && !mayEditAllPosts(actor))) return { ok: false, error: "forbidden" };
  const ids = await idsOfPage(actor, asked);
  const shown = ids.slice(0, POSTS_PER_PAGE);
  const rows = await privateDb.post.findMany({ where: { id: { in: shown.map(({ id }) => id) } }, select: LISTED, take: POSTS_PER_PAGE });
  const places = new Map(shown.map(({ id }, place) => [id, place]));
  const last = ids.length > shown.length ? shown.at(-1) : undefined;
  return {
    ok: true,
    posts: rows.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0)),
    next: last ? `${last.key instanceof Date ? last.key.getTime() : last.key}_${last.id}` : null,
  };
}

/** A month is read from the index of dates: by another order it would be sought through all of them. */
function sortOf({ sort, month }: ListQuery): Sort {
  return month && sort === "changed" ? "date" : sort;
}

const KEYS: Record<Sort, { sql: Prisma.Sql; isNewestFirst: boolean }> = {
  changed: { sql: Prisma.sql`updated_at`, isNewestFirst: true },
  date: { sql: Prisma.sql`coalesce(published_at, scheduled_for, created_at)`, isNewestFirst: true },
  title: { sql: Prisma.sql`title_order(title)`, isNewestFirst: false },
};
const [UP, DOWN] = [Prisma.sql`asc`, Prisma.sql`desc`];

/** Titles are made comparable one by one: fewer of them are sorted. */
const FEW_TITLES = 2_000;
/** So far a word is looked for along the list before all titles that have it are sought. */
const NEAR = 5_000;

interface Found {
  id: string;
  key: Date | string;
}

/** The ids of a page, and of one more; and what each is sorted by. */
async function idsOfPage(actor: Actor, asked: ListQuery): Promise<Found[]> {
  const { kind, status, q, isTurned } = asked;
  const { sql: key, isNewestFirst } = KEYS[sortOf(asked)];
  const state = status ? Prisma.sql`status = ${status}::post_status` : Prisma.sql`status <> 'trash'`;
  const where = Prisma.join(
    [Prisma.sql`kind = ${kind}::post_kind`, state, ...(await narrowing(actor, asked)), ...following(asked)],
    " and ",
  );
  const [lists, way] = isTurned ? [DOWN, isNewestFirst ? UP : DOWN] : [UP, isNewestFirst ? DOWN : UP];
  // Under row-level security PostgreSQL does not see that `kind` and `status` are one value (an enum's `=` is not
  // leakproof), and would sort the whole list; named in the order, they let it read the page from the index.
  const order = Prisma.join([
    Prisma.sql`kind ${lists}`,
    ...(status ? [Prisma.sql`status ${lists}`] : []),
    Prisma.sql`${key} ${way}, id ${way}`,
  ]);
  const page = Prisma.sql`select id, ${key} as key, title from post where ${where} order by ${order}`;
  if (!q) return privateDb.$queryRaw<Found[]>`${page} limit ${POSTS_PER_PAGE + 1}`;
  const has = Prisma.sql`title ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`;
  const near = await privateDb.$queryRaw<Found[]>`
    select id, key from (${page} limit ${NEAR}) as near where ${has} limit ${POSTS_PER_PAGE + 1}`;
  if (near.length > POSTS_PER_PAGE) return near;
  return privateDb.$queryRaw<Found[]>`
    select id, ${key} as key from post where ${where} and ${has} order by ${order} limit ${POSTS_PER_PAGE + 1}`;
}

/** The posts behind the last one of the page before: one comparison, which the index answers. */
function following(asked: ListQuery): Prisma.Sql[] {
  const { after, isTurned } = asked;
  if (!after) return [];
  const sort = sortOf(asked);
  const { sql: key, isNewestFirst } = KEYS[sort];
  const than = isNewestFirst === isTurned ? Prisma.sql`>` : Prisma.sql`<`;
  if (sort === "title") return [Prisma.sql`(${key}, id) ${than} (${after.key}, ${after.id}::uuid)`];
  const at = new Date(Number(after.key));
  return Number.isNaN(at.getTime()) ? [] : [Prisma.sql`(${key}, id) ${than} (${at}, ${after.id}::uuid)`];
}

async function narrowing(actor: Actor, asked: ListQuery): Promise<Prisma.Sql[]> {
  const { author, category, tag, lang, month } = asked;
  const sort = sortOf(asked);
  const isChanged = sort === "changed";
  const narrow: Prisma.Sql[] = [];
  if (month) {
    const { begin, end } = monthOf(month, (await currentSettings(privateDb)).timeZone);
    narrow.push(Prisma.sql`${KEYS.date.sql} >= ${begin} and ${KEYS.date.sql} < ${end}`);
  }
  // Both have an index in the order of changes.
  const inCategory = category && Prisma.sql`category_id = ${category}::uuid`;
  const inLang = lang && Prisma.sql`lang = ${lang}`;
  if (inCategory) narrow.push(isChanged ? inCategory : await listed(ofPost(inCategory), sort));
  if (inLang) narrow.push(isChanged ? inLang : await listed(ofPost(inLang), sort));
  if (tag) narrow.push(await listed(beside(Prisma.sql`post_tag`, Prisma.sql`tag_id = ${tag}::uuid`), sort));
  for (const id of [...(author ? [author] : []), ...(mayEditAllPosts(actor) ? [] : [actor.id])])
    narrow.push(await listed(beside(Prisma.sql`post_author`, Prisma.sql`user_id = ${id}::uuid`), sort));
  return narrow;
}

/** A narrower list: all its posts' ids, and whether the post at hand is in it. */
interface Listing {
  ids: Prisma.Sql;
  has: Prisma.Sql;
}

/** What a post's own column says; as a subquery it is not taken for a reason to sort all that have it. */
function ofPost(condition: Prisma.Sql): Listing {
  return { ids: Prisma.sql`select id from post where ${condition}`, has: Prisma.sql`(select ${condition})` };
}

function beside(table: Prisma.Sql, condition: Prisma.Sql): Listing {
  return {
    ids: Prisma.sql`select post_id from ${table} where ${condition}`,
    has: Prisma.sql`(select true from ${table} where post_id = post.id and ${condition})`,
  };
}

/**
 * The posts of a narrower list. PostgreSQL would take each for as likely to be met soon as the other; but on the way to
 * somebody's who left years ago it would walk through everything newer. So a few are looked up and sorted, and only
 * many are met on the way, where they are frequent.
 */
async function listed({ ids, has }: Listing, sort: Sort): Promise<Prisma.Sql> {
  const few = sort === "title" ? FEW_TITLES : FEW;
  const [row] = await privateDb.$queryRaw<{ isFew: boolean }[]>`
    select count(*) <= ${few} as "isFew" from (${ids} limit ${few + 1}) as listed`;
  return row?.isFew ? Prisma.sql`id = any (array(${ids}))` : has;
}
