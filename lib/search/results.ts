import { tags } from "@/lib/cache/tags";
import type { Prisma } from "@/lib/db/generated/client";
import { publicDb } from "@/lib/db/public";
import { inOrderOf } from "@/lib/ids";
import { excerptOf, markWords, type Piece } from "@/lib/search/excerpt";
import type { Stemmer } from "@/lib/search/fold";
import { wantedIn } from "@/lib/search/marking";
import type { Questions } from "@/lib/search/questions";
import type { Term } from "@/lib/search/read-query";
import { dependsOn } from "@/lib/server/bridge";

const RESULT = {
  id: true,
  slug: true,
  lang: true,
  title: true,
  standfirst: true,
  bodyText: true,
  publishedAt: true,
  category: { select: { id: true, name: true, slug: true } },
  authors: { select: { user: { select: { id: true, name: true } } }, orderBy: { position: "asc" }, take: 3 },
} satisfies Prisma.PostSelect;

/** So much of a text that tells nothing of why it was found is shown, in characters. */
const BEGINNING_CHARS = 200;

/** A post as the results show it; what was looked for is marked in its pieces. */
export interface SearchResult {
  id: string;
  slug: string;
  lang: string;
  title: Piece[];
  excerpt: Piece[];
  publishedAt: Date;
  category: { name: string; slug: string } | null;
  authors: string[];
}

/** The posts that were found, in the order of their ids. Indexes: primary keys, (post_id, position) of by-lines. Shows: each post, its category and authors. */
export async function shownResults(ids: string[], terms: Term[], questions: Questions): Promise<SearchResult[]> {
  dependsOn(...ids.map(tags.post));
  if (ids.length === 0) return [];
  const rows = await publicDb.post.findMany({ where: { id: { in: ids }, status: "published" }, select: RESULT, take: ids.length });
  const texts = rows.map((post) => ({ stemmer: stemmerOf(post.lang), text: `${post.title}\n${post.standfirst}\n${post.bodyText}` }));
  const isWanted = await wantedIn(texts, terms, questions);
  const results = rows.flatMap(({ title, standfirst, bodyText, publishedAt, authors, ...post }) => {
    if (!publishedAt) return [];
    if (post.category) dependsOn(tags.category(post.category.id));
    dependsOn(...authors.map(({ user }) => tags.user(user.id)));
    const isHit = (word: string) => isWanted(stemmerOf(post.lang), word);
    const excerpt = excerptOf(bodyText, isHit) ?? markWords(standfirst || beginningOf(bodyText), isHit);
    return [{ ...post, title: markWords(title, isHit), excerpt, publishedAt, authors: authors.map(({ user }) => user.name) }];
  });
  return inOrderOf(ids, results);
}

function stemmerOf(lang: string): Stemmer {
  const [language] = lang.split("-");
  return language === "de" || language === "en" ? language : "simple";
}

function beginningOf(text: string): string {
  return text.length > BEGINNING_CHARS ? `${text.slice(0, BEGINNING_CHARS).replace(/\s+\S*$/, "")} …` : text;
}
