import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { following, KEYS, narrowing, sortOf } from "@/lib/posts/list-narrow";
import { listQuery, POSTS_PER_PAGE, type ListQuery } from "@/lib/posts/list-schema";
import { mayEditAllPosts, mayWritePosts } from "@/lib/posts/policy";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

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

const [UP, DOWN] = [Prisma.sql`asc`, Prisma.sql`desc`];

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
