import { privateDb } from "@/lib/db/private";
import { fold, WORD } from "@/lib/search/fold";

/** Posts that are read in one transaction, and in one run of the job. */
const BATCH = 50;
const MOST_POSTS = 5_000;
/** The words that can complete or correct one: with a letter, and within these lengths (search_word_length). */
const LEARNED = /^(?=.*\p{L}).{3,40}$/su;

/**
 * Counts the words of posts that were published or changed, for completing and correcting what readers type. Safe to run
 * twice, and by several at once: a post that one has in hand the others leave. Indexes: the primary keys.
 */
export async function learnWords(): Promise<void> {
  for (let posts = 0; posts < MOST_POSTS; posts += BATCH) if (!(await learnSome())) return;
}

/** Returns whether more may be waiting. */
function learnSome(): Promise<boolean> {
  return privateDb.$transaction(async (tx) => {
    const posts = await tx.$queryRaw<{ id: string; text: string }[]>`
      with taken as (
        delete from search_unlearned where post_id in (select post_id from search_unlearned limit ${BATCH} for update skip locked)
        returning post_id
      )
      select id, title || ' / ' || standfirst || ' / ' || body_text as text from post where id in (select post_id from taken)`;
    const words = countWords(posts.map(({ text }) => text));
    // In one order: two at once cannot wait for each other crosswise.
    const rows = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
    const [folded, spelling, counts] = [rows.map(([word]) => word), rows.map(([, of]) => of.spelling), rows.map(([, of]) => of.posts)];
    await tx.$executeRaw`
      insert into search_word (folded, spelling, posts) select * from unnest(${folded}::text[], ${spelling}::text[], ${counts}::int[])
      on conflict (folded) do update set spelling = excluded.spelling, posts = search_word.posts + excluded.posts`;
    return posts.length === BATCH;
  });
}

/** Each word of some texts, in how many of them it is and how it is written there. */
function countWords(texts: string[]): Map<string, { spelling: string; posts: number }> {
  const words = new Map<string, { spelling: string; posts: number }>();
  for (const text of texts) {
    const own = new Map<string, string>();
    for (const [spelling] of text.matchAll(WORD)) own.set(fold("simple", spelling), spelling);
    for (const [word, spelling] of own) {
      if (LEARNED.test(word) && !word.includes(" ")) words.set(word, { spelling, posts: (words.get(word)?.posts ?? 0) + 1 });
    }
  }
  return words;
}
