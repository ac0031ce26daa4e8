import { privateDb } from "@/lib/db/private";
import { fold, WORD } from "@/lib/search/fold";
import { LEARNED } from "@/lib/search/learned";

/** Posts that are read in one transaction, and in one run of the job. */
const BATCH = 50;
const MOST_POSTS = 5_000;

/**
 * Counts the words of posts that were published or changed, for completing and correcting what readers type, and takes
 * away those of posts that are gone or say something else now: what no reader can read is not suggested to one. Safe to run
 * twice, and by several at once: a post that one has in hand the others leave. Indexes: the primary keys.
 */
export async function learnWords(): Promise<void> {
  for (let posts = 0; posts < MOST_POSTS; posts += BATCH) if (!(await learnSome())) return;
}

/** Returns whether more may be waiting. */
function learnSome(): Promise<boolean> {
  return privateDb.$transaction(async (tx) => {
    const posts = await tx.$queryRaw<{ counted: string | null; shown: string | null }[]>`
      with taken as (
        delete from search_unlearned where post_id in (select post_id from search_unlearned limit ${BATCH} for update skip locked)
        returning post_id, counted
      )
      select counted, search_learned(post) as shown from taken left join post on post.id = taken.post_id and post.status = 'published'`;
    // In one order: two at once cannot wait for each other crosswise.
    const rows = [...countWords(posts)].filter(([, { posts }]) => posts !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const [folded, spelling, counts] = [rows.map(([word]) => word), rows.map(([, of]) => of.spelling), rows.map(([, of]) => of.posts)];
    await tx.$executeRaw`
      insert into search_word (folded, spelling, posts) select * from unnest(${folded}::text[], ${spelling}::text[], ${counts}::int[])
      on conflict (folded) do update set posts = search_word.posts + excluded.posts,
        spelling = case when excluded.posts > 0 then excluded.spelling else search_word.spelling end`;
    await tx.$executeRaw`delete from search_word where folded = any(${folded}) and posts <= 0`;
    return posts.length === BATCH;
  });
}

/** Each word of some posts, in how many more of them it is than is counted (fewer: below zero), and how it is written there. */
function countWords(posts: { counted: string | null; shown: string | null }[]): Map<string, { spelling: string; posts: number }> {
  const words = new Map<string, { spelling: string; posts: number }>();
  const count = (text: string | null, by: 1 | -1) => {
    for (const [word, spelling] of wordsOf(text ?? "")) words.set(word, { spelling, posts: (words.get(word)?.posts ?? 0) + by });
  };
  for (const { counted } of posts) count(counted, -1);
  for (const { shown } of posts) count(shown, 1);
  return words;
}

/** The words of a text that can be learned, each once: folded, and as it is written there last. */
function wordsOf(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [spelling] of text.matchAll(WORD)) {
    const word = fold("simple", spelling);
    if (LEARNED.test(word) && !word.includes(" ")) words.set(word, spelling);
  }
  return words;
}
