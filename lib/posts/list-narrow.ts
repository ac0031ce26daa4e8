import { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like";
import { privateDb } from "@/lib/db/private";
import type { ListQuery, Sort } from "@/lib/posts/list-schema";
import { mayEditAllPosts } from "@/lib/posts/policy";
import { monthOf } from "@/lib/posts/wall-clock";
import { currentSettings } from "@/lib/settings/current";
import type { Actor } from "@/lib/users/policy";

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

/** A filter that was asked for: which posts it lets through, as a query for their ids, and whether the post at hand is one. */
export interface Filter {
  ids: Prisma.Sql;
  has: Prisma.Sql;
}

/** What narrows a list: where it begins and ends in its order, what its index tells by itself, and the filters besides. */
export interface Narrowing {
  along: Prisma.Sql[];
  filters: Filter[];
  /** Whether `along` names what stands first in an index of its own: category or language. */
  isCarried: boolean;
}

/** What narrows the list, beside the words of a title. Takes the actor, whose own posts a writer's list holds, and what was asked. */
export async function narrowing(actor: Actor, asked: ListQuery): Promise<Narrowing> {
  const { kind, status, author, category, tag, lang, month } = asked;
  const along = [
    Prisma.sql`kind = ${kind}::post_kind`,
    status ? Prisma.sql`status = ${status}::post_status` : Prisma.sql`status <> 'trash'`,
    ...following(asked),
  ];
  const filters: Filter[] = [];
  if (month) {
    const { begin, end } = monthOf(month, (await currentSettings(privateDb)).timeZone);
    const within = Prisma.sql`${KEYS.date.sql} >= ${begin} and ${KEYS.date.sql} < ${end}`;
    if (sortOf(asked) === "date") along.push(within);
    else filters.push(ofPost(Prisma.sql`kind = ${kind}::post_kind and ${within}`, within));
  }
  const columns = [...(category ? [Prisma.sql`category_id = ${category}::uuid`] : []), ...(lang ? [Prisma.sql`lang = ${lang}`] : [])];
  // Titles have no index by category or language: they are spread evenly enough to be met on the way.
  const isCarried = columns.length > 0 && sortOf(asked) !== "title" && (!status || status === "published");
  if (isCarried) along.push(...columns.splice(0, 1));
  filters.push(...columns.map((condition) => ofPost(condition)));
  if (tag) filters.push(beside(Prisma.sql`post_tag`, Prisma.sql`tag_id = ${tag}::uuid`));
  for (const id of [...(author ? [author] : []), ...(mayEditAllPosts(actor) ? [] : [actor.id])])
    filters.push(beside(Prisma.sql`post_author`, Prisma.sql`user_id = ${id}::uuid`));
  return { along, filters, isCarried };
}

/** The posts whose titles have these words in them, as they stand. */
export function titled(q: string): Filter {
  return ofPost(Prisma.sql`title ilike ${`%${literally(q)}%`}`);
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

function ofPost(condition: Prisma.Sql, has = condition): Filter {
  return { ids: Prisma.sql`select id from post where ${condition}`, has };
}

/** As a scalar subquery: PostgreSQL would otherwise hash all that the other table has. */
function beside(table: Prisma.Sql, condition: Prisma.Sql): Filter {
  return {
    ids: Prisma.sql`select post_id from ${table} where ${condition}`,
    has: Prisma.sql`(select true from ${table} where post_id = post.id and ${condition})`,
  };
}
