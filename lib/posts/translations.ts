import { publicDb } from "@/lib/db/public";
import { MAX_TRANSLATIONS } from "@/lib/posts/translation-group";

/** A post as its translations link it. */
export interface Translation {
  slug: string;
  lang: string;
  title: string;
  canonicalUrl: string;
}

/**
 * The published translations of a post, in the order of their languages; not the post itself. Takes the post. Index:
 * post_translations. Shows: the post, which every change of its group marks (lib/posts/places.ts).
 */
export async function translationsOf({
  id,
  translationGroupId,
}: {
  id: string;
  translationGroupId: string | null;
}): Promise<Translation[]> {
  if (!translationGroupId) return [];
  return publicDb.post.findMany({
    where: { translationGroupId, status: "published", id: { not: id } },
    select: { slug: true, lang: true, title: true, canonicalUrl: true },
    orderBy: { lang: "asc" },
    take: MAX_TRANSLATIONS,
  });
}

/**
 * The paths of a post's versions by language, with `x-default`: that in the site's language, or else the first. Takes
 * all of them, the post itself among them, and the site's language. Nothing where there is only one: who has no
 * translation announces none. What stood elsewhere first is no version of its own (its canonical address leads away).
 */
export function alternatesOf(
  versions: Pick<Translation, "slug" | "lang" | "canonicalUrl">[],
  locale: string,
): [lang: string, path: string][] {
  const own = versions.filter(({ canonicalUrl }) => !canonicalUrl).sort((a, b) => (a.lang < b.lang ? -1 : 1));
  const [first] = own;
  if (!first || own.length < 2) return [];
  const short = (lang: string) => lang.split("-")[0];
  const main = own.find(({ lang }) => lang === locale) ?? own.find(({ lang }) => short(lang) === short(locale)) ?? first;
  return [...own, { ...main, lang: "x-default" }].map(({ lang, slug }) => [lang, `/${slug}`]);
}
