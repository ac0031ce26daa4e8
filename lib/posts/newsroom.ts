import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { PostStatus } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { cleanLine } from "@/lib/posts/clean-text";
import { loadEditable, type EditablePost } from "@/lib/posts/editable";
import { mayEditAllPosts, mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { previewKey } from "@/lib/posts/preview-key";
import type { Refusal, Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** Posts on one page of the newsroom's list. */
export const POSTS_PER_PAGE = 30;
/** Posts that a search for Related Posts offers. */
const OFFERED = 8;

const forbidden: Refusal = { ok: false, error: "forbidden" };

/** What the list may be asked for, untrusted: what cannot be read counts as not asked. */
const listQuery = z.object({
  kind: z.enum(["post", "page"]).catch("post"),
  status: z.enum(PostStatus).optional().catch(undefined),
  q: z.string().max(200).transform(cleanLine).catch(""),
  after: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});

/** A post as the newsroom's list shows it. */
export type ListedPost = Prisma.PostGetPayload<{ select: typeof LISTED }>;

const LISTED = {
  id: true,
  title: true,
  slug: true,
  lang: true,
  status: true,
  updatedAt: true,
  publishedAt: true,
  category: { select: { name: true } },
  authors: { select: { user: { select: { name: true } } }, orderBy: { position: "asc" } },
} satisfies Prisma.PostSelect;

/**
 * The posts (or static pages) that the actor may change, last touched first: the desk's all, an author's own. Takes
 * the untrusted query `{ kind, status, q, after }`; `q` is part of a title. Returns a page of them and the `after`
 * that goes on, or null; or `forbidden`. Indexes: post_newsroom, or post_newsroom_status where one status is asked for;
 * with `q` post_title_search (of three letters or more), which costs by the number of titles that have it; an
 * author's by post_author (user_id, post_id).
 */
export async function listPosts(actor: Actor, query: unknown): Promise<Result<{ posts: ListedPost[]; next: string | null }>> {
  const { kind, status, q, after } = listQuery.parse(query);
  if (!mayWritePosts(actor) || (kind === "page" && !mayEditAllPosts(actor))) return forbidden;
  const [time, id] = after?.split("_") ?? [];
  const updatedAt = new Date(Number(time));
  const posts = await privateDb.post.findMany({
    where: {
      kind,
      status,
      ...(q && { title: { contains: q, mode: "insensitive" } }),
      ...(!mayEditAllPosts(actor) && { authors: { some: { userId: actor.id } } }),
      ...(id && z.uuid().safeParse(id).success && { updatedAt: { lte: updatedAt }, NOT: { updatedAt, id: { gte: id } } }),
    },
    select: LISTED,
    // Under row-level security PostgreSQL does not see that `kind` and `status` are one value (an enum's `=` is not
    // leakproof), and would sort the whole list; named in the order, they let it read the page from the index.
    orderBy: [{ kind: "asc" }, ...(status ? [{ status: "asc" } as const] : []), { updatedAt: "desc" }, { id: "desc" }],
    take: POSTS_PER_PAGE + 1,
  });
  const shown = posts.slice(0, POSTS_PER_PAGE);
  const last = posts.length > shown.length ? shown.at(-1) : undefined;
  return { ok: true, posts: shown, next: last ? `${last.updatedAt.getTime()}_${last.id}` : null };
}

/** A post for the editor. Takes the actor and an untrusted id. Returns it, or `forbidden`, `postNotFound`. Index: the primary key. */
export async function editablePost(actor: Actor, id: string): Promise<Result<{ post: EditablePost }>> {
  if (!mayWritePosts(actor)) return forbidden;
  const post = z.uuid().safeParse(id).success ? await loadEditable(privateDb, id) : null;
  if (!post) return { ok: false, error: "postNotFound" };
  return mayReadPost(actor, post) ? { ok: true, post } : forbidden;
}

/** What the editor's lists offer: categories by name, who may carry a by-line. Indexes: category_name_key; users are few. */
export async function editorChoices(actor: Actor) {
  if (!mayWritePosts(actor)) return forbidden;
  const [categories, writers] = await Promise.all([
    privateDb.category.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" }, take: 500 }),
    privateDb.user.findMany({
      where: { deactivatedAt: null, role: { not: "moderator" } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
      take: 500,
    }),
  ]);
  return { ok: true as const, categories, writers, mayChooseByLines: mayEditAllPosts(actor) };
}

const relatableQuery = z.object({ q: z.string().max(200).transform(cleanLine), not: z.uuid().optional() });

/** A post that may be chosen as related. */
export type RelatablePost = Pick<ListedPost, "id" | "title" | "status">;

/**
 * Posts to choose Related Posts from: a part of the title, last touched first, of an author also the published ones
 * of others. Takes untrusted `{ q, not }` (`not`: the post itself). Returns up to 8, or `forbidden`, or `invalid`.
 * Indexes: those of `listPosts`.
 */
export async function findRelatable(actor: Actor, query: unknown): Promise<Result<{ posts: RelatablePost[] }>> {
  if (!mayWritePosts(actor)) return forbidden;
  const parsed = relatableQuery.safeParse(query);
  if (!parsed.success) return { ok: false, error: "invalid" };
  const { q, not } = parsed.data;
  const posts = await privateDb.post.findMany({
    where: {
      kind: "post",
      ...(q && { title: { contains: q, mode: "insensitive" } }),
      ...(not && { id: { not } }),
      ...(!mayEditAllPosts(actor) && { OR: [{ status: "published" }, { authors: { some: { userId: actor.id } } }] }),
    },
    select: { id: true, title: true, status: true },
    // `kind` is named for the index's sake, as in `listPosts`.
    orderBy: [{ kind: "asc" }, { updatedAt: "desc" }, { id: "desc" }],
    take: OFFERED,
  });
  return { ok: true, posts };
}

/** The private link under which anyone who is given it sees a post as it was saved last, for a week. Returns its path, or a refusal. */
export async function previewLink(actor: Actor, id: string): Promise<Result<{ path: string }>> {
  const editable = await editablePost(actor, id);
  return editable.ok ? { ok: true, path: `/preview/${previewKey(id, new Date())}` } : editable;
}
