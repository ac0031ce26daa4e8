import type { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { inOrderOf } from "@/lib/ids";
import { findPage } from "@/lib/posts/list-find";
import { listQuery, POSTS_PER_PAGE } from "@/lib/posts/list-schema";
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
 * that goes on, or null; or `forbidden`. A page that goes on and is not full holds what was met among the next 15,000:
 * what is asked for together is rare there (`findPage`). Indexes: post_newsroom, …_date and …_title by what is sorted
 * by, their …_status_… sisters where one status is asked for, post_newsroom_category and …_lang (and their …_date
 * sisters); with `q` post_title_search (of three letters or more), which costs by the number of titles that have it;
 * post_author (user_id, post_id) and post_tag_list.
 */
export async function listPosts(actor: Actor, query: unknown): Promise<Result<{ posts: ListedPost[]; next: string | null }>> {
  const asked = listQuery.parse(query);
  if (!mayWritePosts(actor) || (asked.kind === "page" && !mayEditAllPosts(actor))) return { ok: false, error: "forbidden" };
  const { found, end } = await findPage(actor, asked);
  const shown = found.slice(0, POSTS_PER_PAGE);
  const rows = await privateDb.post.findMany({ where: { id: { in: shown.map(({ id }) => id) } }, select: LISTED, take: POSTS_PER_PAGE });
  const last = found.length > shown.length ? shown.at(-1) : end;
  return {
    ok: true,
    posts: inOrderOf(
      shown.map(({ id }) => id),
      rows,
    ),
    next: last ? `${last.key instanceof Date ? last.key.getTime() : last.key}_${last.id}` : null,
  };
}
