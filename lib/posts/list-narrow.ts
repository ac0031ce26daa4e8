import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import type { ListQuery, Sort } from "@/lib/posts/list-schema";
import { mayEditAllPosts } from "@/lib/posts/policy";
import { monthOf } from "@/lib/posts/wall-clock";
import { currentSettings } from "@/lib/settings/current";
import type { Actor } from "@/lib/users/policy";

/** Up to so many posts are sorted rather than sought on the way through the list. */
const FEW = 20_000;

/** Titles are made comparable one by one: fewer of them are sorted. */
const FEW_TITLES = 2_000;
/** A month is read from the index of dates: by another order it would be sought through all of them. */
export function sortOf({ sort, month }: ListQuery): Sort {
  return month && sort === "changed" ? "date" : sort;
}

/** What each order compares, and whether its usual direction is from the end. */
export const KEYS: Record<Sort, { sql: Prisma.Sql; isNewestFirst: boolean }> = {
  changed: { sql: Prisma.sql`updated_at`, isNewestFirst: true },
  date: { sql: Prisma.sql`coalesce(published_at, scheduled_for, created_at)`, isNewestFirst: true },
  title: { sql: Prisma.sql`title_order(title)`, isNewestFirst: false },
};
/** The posts behind the last one of the page before: one comparison, which the index answers. Takes what was asked. */
export function following(asked: ListQuery): Prisma.Sql[] {
  const { after, isTurned } = asked;
  if (!after) return [];
  const sort = sortOf(asked);
  const { sql: key, isNewestFirst } = KEYS[sort];
  const than = isNewestFirst === isTurned ? Prisma.sql`>` : Prisma.sql`<`;
  if (sort === "title") return [Prisma.sql`(${key}, id) ${than} (${after.key}, ${after.id}::uuid)`];
  const at = new Date(Number(after.key));
  return Number.isNaN(at.getTime()) ? [] : [Prisma.sql`(${key}, id) ${than} (${at}, ${after.id}::uuid)`];
}

/** What narrows the list: each filter that was asked for, and a writer's own. Takes the actor and what was asked; `q` is the list's own. */
export async function narrowing(actor: Actor, asked: ListQuery): Promise<Prisma.Sql[]> {
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
