import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { sortedByName } from "@/lib/i18n/sorting";
import type { Narrowing } from "@/lib/search/matches";
import { foundPage, type FoundPage } from "@/lib/search/page";
import { questionsFor } from "@/lib/search/questions";
import { readQuery } from "@/lib/search/read-query";
import { shownResults, type SearchResult } from "@/lib/search/results";
import { isTooLong, TIME_DAYS, type SearchQuery } from "@/lib/search/schema";
import { putRight } from "@/lib/search/spelling";
import { dependsOn } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";
import { categoryChoices, publicCategory } from "@/lib/taxonomy/public";
import { publicAuthor } from "@/lib/users/public";

export type { SearchResult } from "@/lib/search/results";
export { suggestPosts } from "@/lib/search/suggest";

/** A filter holds no more authors or languages than one can look through. */
const MOST_CHOICES = 200;
const DAY_MS = 86_400_000;

/** What was found: one page, and with what words, when not with those that were typed (`corrected`). */
export type Found = Omit<FoundPage, "ids"> & { results: SearchResult[]; corrected: string | null };

/** Why nothing is looked for: nothing was typed, too much, no word; or there is no such page. */
export type NoSearch = "empty" | "tooLong" | "noWord" | "noPage";

/**
 * One page of the published posts and static pages that a query finds (CONTRACT.md 3). Where it finds none, its mistyped
 * words are put right, and what that finds is returned under `corrected`. Takes a parsed query. Returns what was
 * found, or why nothing is looked for: `noPage` is a cursor that no page of ours links to. Measured: `npm run bench:search`. Indexes: see lib/search/matches.ts, lib/search/questions.ts and lib/search/spelling.ts. Shows: which posts
 * and pages are published, each post that was found.
 */
export async function searchPosts(asked: SearchQuery): Promise<Found | NoSearch> {
  dependsOn(tags.posts(), tags.pages());
  if (!asked.q) return "empty";
  if (isTooLong(asked.q)) return "tooLong";
  if (readQuery(asked.q).length === 0) return "noWord";
  const narrowing = await narrowingOf(asked);
  const found = await find(asked.q, narrowing, asked);
  if (!found) return "noPage";
  if (found.results.length > 0 || asked.after || asked.before) return found;
  const corrected = await putRight(asked.q, readQuery(asked.q));
  const second = corrected === null ? null : await find(corrected, narrowing, asked);
  return second && second.results.length > 0 ? { ...second, corrected } : found;
}

async function find(q: string, narrowing: Narrowing, asked: SearchQuery): Promise<Found | null> {
  const terms = readQuery(q);
  const questions = await questionsFor(terms);
  if (!questions.all) return { results: [], previous: null, next: null, count: 0, isMore: false, corrected: null };
  const page = await foundPage(questions, narrowing, asked);
  if (!page) return null;
  const { ids, ...rest } = page;
  return { ...rest, results: await shownResults(ids, terms, questions), corrected: null };
}

/** A category or author that is not there narrows nothing: its filter then says so. */
async function narrowingOf({ category, author, lang, time }: SearchQuery): Promise<Narrowing> {
  const [inCategory, by] = await Promise.all([category ? publicCategory(category) : null, author ? publicAuthor(author) : null]);
  const since = time && new Date(Date.now() - TIME_DAYS[time] * DAY_MS);
  return { ...(inCategory && { categoryIds: inCategory.ids }), ...(by && { userId: by.id }), lang, since };
}

/**
 * What a search can be narrowed by: categories in the order of their tree, languages of posts, authors by name (at most
 * 200). Indexes: the primary key of category (at most 500 rows), post_related_candidates (one step a language), users are
 * few. Shows: the tree of categories, which posts are published.
 */
export async function searchChoices() {
  dependsOn(tags.posts());
  const [categories, langs, authors] = await Promise.all([categoryChoices(), publishedLangs(), publishedAuthors()]);
  return { categories, langs, authors };
}

async function publishedLangs(): Promise<string[]> {
  const rows = await publicDb.$queryRaw<{ lang: string }[]>`
    with recursive found (lang) as (
      (select lang from post where status = 'published' and kind <> 'page' order by lang limit 1)
      union all
      select (select post.lang from post where status = 'published' and kind <> 'page' and post.lang > found.lang order by post.lang limit 1)
      from found where found.lang is not null
    )
    select lang from found where lang is not null limit ${MOST_CHOICES}`;
  return [...new Set(rows.map(({ lang }) => lang.replace(/-.*/, "")))];
}

async function publishedAuthors(): Promise<{ slug: string; name: string }[]> {
  const rows = await publicDb.user.findMany({
    where: { slug: { not: null } },
    select: { slug: true, name: true },
    orderBy: { name: "asc" },
    take: MOST_CHOICES,
  });
  const { locale } = await siteSettings();
  return sortedByName(
    rows.flatMap(({ slug, name }) => (slug ? [{ slug, name }] : [])),
    locale,
  );
}
