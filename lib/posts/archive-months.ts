import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { listPage, type PostPage } from "@/lib/posts/list-pages";
import { monthOf } from "@/lib/posts/wall-clock";
import { dependsOn } from "@/lib/server/bridge";

/** The years that PostgreSQL and Date both write with four digits. */
const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;

/** Whether a text is a month as addresses name it (`2026-11`). */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** A month (`2026-11`) and how many posts were published in it. */
export interface ArchiveMonth {
  month: string;
  posts: number;
}

/**
 * The months in which posts were published, the newest first. Takes the IANA zone whose clocks count. Reads a row for each
 * day on which posts were published (UTC; kept by the database itself, migration "published_days"), and along post_front the few
 * posts of the hours in which a day of UTC lies in two months of the zone. Shows: the list of posts.
 */
export async function archiveMonths(timeZone: string): Promise<ArchiveMonth[]> {
  dependsOn(tags.posts());
  return publicDb.$queryRaw<ArchiveMonth[]>`select month, posts from posts_by_month(${timeZone})`;
}

/**
 * One page of the posts that were published in a month, newest first. Takes the month, untrusted, the IANA zone whose
 * clocks count, and a cursor. Null for what is no month, and for a cursor that no page of ours links to.
 * Index: post_front, within the month. Shows: the months' lists (a zone's month lies in two of UTC's), each post, its category.
 */
export async function postsOfMonth(month: string, timeZone: string, query: { after?: string; before?: string }): Promise<PostPage | null> {
  if (!isMonth(month)) return null;
  const { begin, end } = monthOf(month, timeZone);
  dependsOn(tags.month(begin), tags.month(new Date(end.getTime() - 1)));
  return listPage({ since: begin, until: end }, query);
}
