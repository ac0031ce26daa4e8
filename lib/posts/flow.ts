import { z } from "zod";
import { privateDb } from "@/lib/db/private";
import { sortedByName } from "@/lib/i18n/sorting";
import { mayEditAllPosts, mayPublishPost, mayReadPost, mayWritePosts, movesFor } from "@/lib/posts/policy";
import type { Result } from "@/lib/result";
import { siteSettings } from "@/lib/settings/public";
import type { Actor } from "@/lib/users/policy";

/** More threads than that, more answers in one, more corrections of one post are not shown. */
const MOST_THREADS = 100;
const MOST_ANSWERS = 50;
const MOST_CORRECTIONS = 50;
const MOST_PEOPLE = 500;

/** A post on its way: where it stands and what the actor may do with it, who has it, what colleagues say, what was corrected. */
export type PostFlow = Extract<Awaited<ReturnType<typeof postFlow>>, { ok: true }>["flow"];

const AUTHOR = { user: { select: { name: true } } } as const;
const NOTE = { id: true, body: true, createdAt: true, ...AUTHOR } as const;

/**
 * How a post stands on its way to readers. Takes the actor and an untrusted id. Returns it, or `forbidden` for whom may not
 * open the post, `postNotFound`. Threads that are not settled come first, each from its beginning on. Indexes: primary
 * keys, post_note (post_id, id) and (parent_id, id), correction (post_id, at); users are few.
 */
export async function postFlow(actor: Actor, id: string) {
  const refused: Result<never> = { ok: false, error: mayWritePosts(actor) ? "postNotFound" : "forbidden" };
  const post =
    mayWritePosts(actor) && z.uuid().safeParse(id).success ? await privateDb.post.findUnique({ where: { id }, select: POST }) : null;
  if (!post) return refused;
  const { authors, ...row } = post;
  const owned = { ...row, authorIds: authors.map(({ userId }) => userId) };
  if (!mayReadPost(actor, owned)) return { ok: false as const, error: "forbidden" as const };
  const mayPublish = mayPublishPost(actor, owned);
  const [people, threads, corrections] = await Promise.all([
    mayPublish ? peopleWhoMayOpen(owned) : [],
    privateDb.postNote.findMany({
      where: { postId: id, parentId: null },
      select: { ...NOTE, resolvedAt: true, answers: { select: NOTE, orderBy: { id: "asc" }, take: MOST_ANSWERS } },
      orderBy: { id: "asc" },
      take: MOST_THREADS,
    }),
    privateDb.correction.findMany({
      where: { postId: id },
      select: { id: true, text: true, at: true },
      orderBy: { at: "desc" },
      take: MOST_CORRECTIONS,
    }),
  ]);
  const flow = {
    ...row,
    moves: movesFor(actor, owned),
    mayPublish,
    people,
    threads: [...threads.filter(({ resolvedAt }) => !resolvedAt), ...threads.filter(({ resolvedAt }) => resolvedAt)],
    corrections,
  };
  return { ok: true as const, flow };
}

const POST = {
  id: true,
  kind: true,
  status: true,
  title: true,
  slug: true,
  lang: true,
  scheduledFor: true,
  publishedAt: true,
  trashedAt: true,
  trashedFrom: true,
  assignee: { select: { id: true, name: true } },
  authors: { select: { userId: true }, orderBy: { position: "asc" } },
} as const;

/** Who may be asked to go on with a post: whoever works here and may open it. */
async function peopleWhoMayOpen(post: Parameters<typeof mayReadPost>[1]) {
  const users = await privateDb.user.findMany({
    where: { deactivatedAt: null, role: { not: "moderator" } },
    select: { id: true, name: true, role: true },
    orderBy: { name: "asc" },
    take: MOST_PEOPLE,
  });
  const may = users.filter((user) => mayEditAllPosts(user) || mayReadPost(user, post)).map(({ id, name }) => ({ id, name }));
  return sortedByName(may, (await siteSettings()).locale);
}
