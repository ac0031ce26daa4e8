import { z } from "zod";
import type { PostKind, PostStatus } from "@/lib/db/generated/enums";
import { literally } from "@/lib/db/like";
import { privateDb } from "@/lib/db/private";
import { sortedByName } from "@/lib/i18n/sorting";
import { inOrderOf } from "@/lib/ids";
import { cleanLine } from "@/lib/posts/clean-text";
import { loadEditable, type EditablePost } from "@/lib/posts/editable";
import { mayEditAllPosts, mayPublishPost, mayReadPost, mayWritePosts, type OwnedPost } from "@/lib/posts/policy";
import type { Refusal, Result } from "@/lib/result";
import { siteSettings } from "@/lib/settings/public";
import { categoryChoices } from "@/lib/taxonomy/newsroom";
import type { Actor } from "@/lib/users/policy";

/** Posts that a search for Related Posts offers. */
const OFFERED = 8;

const forbidden: Refusal = { ok: false, error: "forbidden" };

/** A post for the editor. Takes the actor and an untrusted id. Returns it, or `forbidden`, `postNotFound`. Index: the primary key. */
export async function editablePost(actor: Actor, id: string): Promise<Result<{ post: EditablePost }>> {
  if (!mayWritePosts(actor)) return forbidden;
  const post = z.uuid().safeParse(id).success ? await loadEditable(privateDb, id) : null;
  if (!post) return { ok: false, error: "postNotFound" };
  return mayReadPost(actor, post) ? { ok: true, post } : forbidden;
}

/** What the editor's lists offer: categories in the order of their tree, who may carry a by-line. Indexes: those of `categoryChoices`; users are few. */
export async function editorChoices(actor: Actor) {
  if (!mayWritePosts(actor)) return forbidden;
  const [categories, writers] = await Promise.all([
    categoryChoices(actor),
    privateDb.user.findMany({
      where: { deactivatedAt: null, role: { not: "moderator" } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
      take: 500,
    }),
  ]);
  return {
    ok: true as const,
    categories: categories.ok ? categories.categories : [],
    writers: sortedByName(writers, (await siteSettings()).locale),
    mayChooseByLines: mayEditAllPosts(actor),
    mayPublish: mayPublishPost(actor, ownDraft(actor)),
  };
}

function ownDraft({ id }: Actor): OwnedPost {
  return { kind: "post", status: "draft", authorIds: [id] };
}

const relatableQuery = z.object({
  q: z.string().max(200).transform(cleanLine),
  not: z.uuid().optional(),
  isPublic: z.boolean().optional(),
  kind: z.enum(["post", "page"]).default("post"),
  notLang: z.string().max(40).optional(),
});

/** A post that may be chosen as related, or as a translation. */
export type RelatablePost = { id: string; title: string; status: PostStatus; lang: string };

/**
 * Posts to choose Related Posts from: a part of the title, last touched first, of an author also the published ones
 * of others. Takes untrusted `{ q, not, isPublic, kind, notLang }` (`not`: the post itself; `isPublic`: only what readers see; `kind`:
 * static pages in their place; `notLang`: only those in other languages). Returns
 * up to 8, or `forbidden`, or `invalid`. Indexes: post_newsroom; with `q` post_title_search.
 */
export async function findRelatable(actor: Actor, query: unknown): Promise<Result<{ posts: RelatablePost[] }>> {
  if (!mayWritePosts(actor)) return forbidden;
  const parsed = relatableQuery.safeParse(query);
  if (!parsed.success) return { ok: false, error: "invalid" };
  const { q, not, isPublic, kind, notLang } = parsed.data;
  const posts = await privateDb.post.findMany({
    where: {
      kind,
      ...(notLang && { lang: { not: notLang } }),
      ...(q && { title: { contains: literally(q), mode: "insensitive" } }),
      ...(not && { id: { not } }),
      ...(isPublic && { status: "published" }),
      ...(!mayEditAllPosts(actor) && { OR: [{ status: "published" }, { authors: { some: { userId: actor.id } } }] }),
    },
    select: { id: true, title: true, status: true, lang: true },
    // `kind` is named for the index's sake, as in `listPosts`.
    orderBy: [{ kind: "asc" }, { updatedAt: "desc" }, { id: "desc" }],
    take: OFFERED,
  });
  return { ok: true, posts };
}

/** Posts that were chosen earlier, by their ids and in their order; those that are gone are left out. For the desk: others get none. Index: the primary key. */
export async function chosenPosts(actor: Actor, ids: string[]): Promise<RelatablePost[]> {
  if (!mayEditAllPosts(actor)) return [];
  const found = await privateDb.post.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, status: true, lang: true },
    take: ids.length,
  });
  return inOrderOf(ids, found);
}

/** So many languages are offered at most. */
const MOST_LANGS = 500;

/** The languages of posts, or static pages, that there are. Index: post_newsroom_lang, one step a language. */
export async function langsOf(kind: PostKind): Promise<string[]> {
  const rows = await privateDb.$queryRaw<{ lang: string }[]>`
    with recursive found (lang) as (
      (select lang from post where kind = ${kind}::post_kind order by lang limit 1)
      union all
      select (select post.lang from post where kind = ${kind}::post_kind and post.lang > found.lang order by post.lang limit 1)
      from found where found.lang is not null
    )
    select lang from found where lang is not null limit ${MOST_LANGS}`;
  return rows.map(({ lang }) => lang);
}
