import type pg from "pg";

/** So many posts are stored; each text lies there many times: to make a million of them takes an hour. */
export const POSTS = 1_000_000;
const TEXTS = 25_000;
/** Words of a text, title and standfirst apart; every twentieth is ten times as long. */
const WORDS = 80;
/** Different words, the n-th as frequent as 1/n of the first, as words are (Zipf's law). */
const VOCABULARY = 60_000;
/** So many posts lie in one piece of a statement. */
const PIECE = 50_000;
const AUTHORS = 200;
const CATEGORIES = 30;
const TAGS = 2_000;

/** What is searched for. */
export interface Filled {
  /** The words, the most frequent first. */
  words: string[];
  past: string;
  category: string;
  author: string;
  tag: string;
}

/**
 * Stores a million published posts as they lie there after twelve years: in three languages of which one is rare, with
 * by-lines, categories, tags, and words as frequent as words are; one word (`past`) is in every post until four years ago, and in
 * none since. Takes a connection as the owner.
 */
export async function fillSearch(owner: pg.Client): Promise<Filled> {
  await owner.query(SYLLABLES);
  const indexes = await dropIndexes(owner);
  await owner.query("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'");
  await owner.query(
    `insert into newsroom_user (id, email, role, name, slug)
     select md5('user' || n)::uuid, 'a' || n || '@example.org', 'author', 'Author ' || n, 'author-' || n from generate_series(1, ${AUTHORS}) as n`,
  );
  await owner.query(
    `insert into category (id, name, slug) select md5('category' || n)::uuid, 'Category ' || n, 'category-' || n from generate_series(1, ${CATEGORIES}) as n`,
  );
  await owner.query(
    `insert into tag (id, name, slug) select md5('tag' || n)::uuid, 'Tag ' || n, 'tag-' || n from generate_series(1, ${TAGS}) as n`,
  );
  await storeTexts(owner);
  for (let from = 0; from < POSTS - TEXTS; from += PIECE) await storePiece(owner, from, Math.min(from + PIECE, POSTS - TEXTS) - 1);
  await owner.query("truncate search_unlearned");
  for (const made of indexes) await owner.query(made);
  await owner.query("set session_replication_role = default");
  await owner.query(
    `insert into search_word (folded, spelling, posts) select search_fold('simple', word), word, ${POSTS} / n from (select bench_word(n) as word, n from generate_series(1, ${VOCABULARY}) as n) as words
     union all select '${PAST}', '${PAST}', ${Math.round((POSTS / 12) * 8)}`,
  );
  await owner.query("vacuum analyze");
  const { rows } = await owner.query<{ word: string }>(
    `select bench_word(n) as word from generate_series(1, ${VOCABULARY}) as n order by n`,
  );
  return { words: rows.map(({ word }) => word), past: PAST, category: "category-7", author: "author-7", tag: "tag-7" };
}

/** The newest posts, each with a text of its own, and what they are found by, as the site itself writes it. */
async function storeTexts(owner: pg.Client): Promise<void> {
  const range = [POSTS - TEXTS, POSTS - 1];
  await owner.query(
    `insert into post (id, status, slug, lang, title, standfirst, body, body_text, category_id, created_at, updated_at, published_at)
     select ${idOf("n")}, 'published', 'post-' || n, case when n % 1000 = 13 then 'uk' when n % 10 = 3 then 'en' else 'de' end,
       initcap(bench_text(n, 7, 0)), bench_text(n, 18, 7), '{}', bench_text(n, case when n % 20 = 0 then ${WORDS * 10} else ${WORDS} end, 25),
       ${CATEGORY}, ${AT}, ${AT}, ${AT}
     from generate_series($1::int, $2::int) as n`,
    range,
  );
  await owner.query(`${BY_LINES} generate_series($1::int, $2::int) as n`, range);
  await owner.query(`${TAGGED} generate_series($1::int, $2::int) as n`, range);
  await owner.query(`select count(write_post_search(${idOf("n")})) from generate_series($1::int, $2::int) as n`, range);
}

/** Older posts with the same texts, in another order each time. */
async function storePiece(owner: pg.Client, from: number, to: number): Promise<void> {
  const source = `(select n, ${idOf(`${POSTS - TEXTS} + (n * 7919::bigint + n / ${TEXTS}) % ${TEXTS}`)} as text_id from generate_series($1::int, $2::int) as n) as older`;
  await owner.query(
    `insert into post (id, status, slug, lang, title, standfirst, body, body_text, category_id, created_at, updated_at, published_at)
     select ${idOf("n")}, 'published', 'post-' || n, lang, title, standfirst, '{}', body_text, ${CATEGORY}, ${AT}, ${AT}, ${AT}
     from ${source} join post on post.id = text_id order by n`,
    [from, to],
  );
  await owner.query(`${BY_LINES} generate_series($1::int, $2::int) as n`, [from, to]);
  await owner.query(`${TAGGED} generate_series($1::int, $2::int) as n`, [from, to]);
  await owner.query(
    `insert into post_search (post_id, published_at, stemmer, facets, title, opening, words)
     select ${idOf("n")}, ${AT}, stemmer, search_facets(${idOf("n")}, ${AT}, lang, ${CATEGORY}), found.title, opening,
       case when n < ${(POSTS / 12) * 8} then found.words || to_tsvector('german', '${PAST}') else found.words end
     from ${source} join post on post.id = text_id join post_search as found on found.post_id = text_id order by n`,
    [from, to],
  );
}

/** Made again at the end, at once: row by row it takes ten times as long. */
async function dropIndexes(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename in ('post', 'post_search', 'post_author', 'post_tag') and indexname not like '%_pkey'`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}

/** Words of two to four syllables by their number, and texts of them in which the first are the most frequent. */
const SYLLABLES = `
  create function bench_word(n int) returns text language sql immutable as $$
    select substr('babidodufagehikojulamenipoqurasetiwovuxyzizo', 1 + n % 22 * 2, 2) || substr('lonteriskaundberhofmärzelgutweg', 1 + n / 22 % 10 * 3, 3)
      || case when n < 220 then '' else substr('akeliromustopenivagafuba', 1 + n / 220 % 12 * 2, 2) end
      || case when n < 2640 then '' else substr('nersteldenrungheitmal', 1 + n / 2640 % 7 * 3, 3) || substr('aeiou', 1 + n / 18480, 1) end
  $$;
  create function bench_text(n int, words int, seed int) returns text language sql immutable as $$
    select string_agg(bench_word(floor(exp(abs(hashint8(n::bigint * 1000 + seed + i)) / 2147483648.0 * ln(${VOCABULARY})))::int), ' ' order by i)
    from generate_series(1, words) as i
  $$`;

/** Twelve years until now. */
const AT = `(now() - ${POSTS - 1} * interval '${(12 * 365 * 86_400) / POSTS} seconds' + n * interval '${(12 * 365 * 86_400) / POSTS} seconds')`;
const CATEGORY = `md5('category' || 1 + n / 7 % ${CATEGORIES})::uuid`;
const BY_LINES = `insert into post_author (post_id, user_id, position) select ${idOf("n")}, md5('user' || 1 + n % ${AUTHORS})::uuid, 0 from`;
const TAGGED = `insert into post_tag (post_id, tag_id, position, published_at) select ${idOf("n")}, md5('tag' || 1 + n % ${TAGS})::uuid, 0, ${AT} from`;
const PAST = "vergangenes";

function idOf(n: string): string {
  return `md5('post' || ${n})::uuid`;
}
