import type { PostKind } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { sortedByName } from "@/lib/i18n/sorting";
import { langsOf } from "@/lib/posts/newsroom";
import { mayWritePosts } from "@/lib/posts/policy";
import { monthsBetween } from "@/lib/posts/wall-clock";
import { currentSettings } from "@/lib/settings/current";
import { siteSettings } from "@/lib/settings/public";
import { categoryChoices } from "@/lib/taxonomy/newsroom";
import type { Actor } from "@/lib/users/policy";

/** A list's filters hold no more choices than one can look through. */
const MOST = 500;

/** What the list of posts can be filtered by: `months` from the newest post's to the oldest's (`YYYY-MM`), in the site's zone. */
export type ListChoices = Awaited<ReturnType<typeof listChoices>>;

/**
 * What the newsroom's list offers to filter by. Takes the actor, who sees names alone, and the kind. Empty lists for who
 * writes nothing. Indexes: those of `categoryChoices`, tag_name_key, post_newsroom_lang (one step a language), post_newsroom_date
 * (both ends); users are few.
 */
export async function listChoices(actor: Actor, kind: PostKind) {
  if (!mayWritePosts(actor)) return { authors: [], categories: [], tags: [], langs: [], months: [] };
  const named = { select: { id: true, name: true }, orderBy: { name: "asc" }, take: MOST } as const;
  const [authors, categories, tags, langs, months] = await Promise.all([
    privateDb.user.findMany({ where: { byLines: { some: {} } }, ...named }),
    categoryChoices(actor),
    privateDb.tag.findMany(named),
    langsOf(kind),
    monthsOf(kind),
  ]);
  const { locale } = await siteSettings();
  return {
    authors: sortedByName(authors, locale),
    categories: categories.ok ? categories.categories : [],
    tags: sortedByName(tags, locale),
    langs,
    months,
  };
}

async function monthsOf(kind: PostKind): Promise<string[]> {
  const [ends] = await privateDb.$queryRaw<{ first: Date | null; last: Date | null }[]>`
    select (select coalesce(published_at, scheduled_for, created_at) from post where kind = ${kind}::post_kind
        order by kind desc, coalesce(published_at, scheduled_for, created_at), id limit 1) as first,
      (select coalesce(published_at, scheduled_for, created_at) from post where kind = ${kind}::post_kind
        order by kind, coalesce(published_at, scheduled_for, created_at) desc, id desc limit 1) as last`;
  const { timeZone } = await currentSettings(privateDb);
  return ends?.first && ends.last ? monthsBetween(ends.first, ends.last, timeZone, MOST) : [];
}
