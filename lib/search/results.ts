import { tags } from "@/lib/cache/tags";
import { publicDb } from "@/lib/db/public";
import { inOrderOf } from "@/lib/ids";
import { excerptOf, markWords, type Piece } from "@/lib/search/excerpt";
import type { Stemmer } from "@/lib/search/fold";
import { wantedIn } from "@/lib/search/marking";
import type { Questions } from "@/lib/search/questions";
import type { Term } from "@/lib/search/read-query";
import { dependsOn } from "@/lib/server/bridge";

/** So many of a post's authors are named. */
const MOST_AUTHORS = 3;
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

interface Row extends Pick<SearchResult, "id" | "slug" | "lang" | "publishedAt"> {
  title: string;
  standfirst: string;
  bodyText: string;
  category: { id: string; name: string; slug: string } | null;
  authors: { id: string; name: string }[];
}

/** The posts that were found, in the order of their ids. Indexes: primary keys, (post_id, position) of by-lines. Shows: each post, its category and authors. */
export async function shownResults(ids: string[], terms: Term[], questions: Questions): Promise<SearchResult[]> {
  dependsOn(...ids.map(tags.post));
  if (ids.length === 0) return [];
  const rows = await rowsOf(ids);
  const texts = rows.map((post) => ({ stemmer: stemmerOf(post.lang), text: `${post.title}\n${post.standfirst}\n${post.bodyText}` }));
  const isWanted = await wantedIn(texts, terms, questions);
  const results = rows.map(({ title, standfirst, bodyText, authors, ...post }) => {
    if (post.category) dependsOn(tags.category(post.category.id));
    dependsOn(...authors.map(({ id }) => tags.user(id)));
    const stemmer = stemmerOf(post.lang);
    const isHit = (word: string) => isWanted(stemmer, word);
    const excerpt = excerptOf(bodyText, isHit) ?? markWords(standfirst || beginningOf(bodyText), isHit);
    return { ...post, title: markWords(title, isHit), excerpt, authors: authors.map(({ name }) => name) };
  });
  return inOrderOf(ids, results);
}

/** In one statement: to be asked for posts, categories, by-lines and names one after the other takes four times as long. */
function rowsOf(ids: string[]): Promise<Row[]> {
  return publicDb.$queryRaw<Row[]>`
    select id, slug, lang, title, standfirst, body_text as "bodyText", published_at as "publishedAt",
      (select jsonb_build_object('id', id, 'name', name, 'slug', slug) from category where category.id = category_id) as category,
      (select coalesce(jsonb_agg(jsonb_build_object('id', newsroom_user.id, 'name', name) order by position), '[]')
        from (select user_id, position from post_author where post_id = post.id order by position limit ${MOST_AUTHORS}) as by_line
          join newsroom_user on newsroom_user.id = user_id) as authors
    from post where id = any(${ids}::uuid[]) and status = 'published' and published_at is not null`;
}

function stemmerOf(lang: string): Stemmer {
  const [language] = lang.split("-");
  return language === "de" || language === "en" ? language : "simple";
}

function beginningOf(text: string): string {
  return text.length > BEGINNING_CHARS ? `${text.slice(0, BEGINNING_CHARS).replace(/\s+\S*$/, "")} …` : text;
}
