import { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";

/** What the desk searches of a comment. */
export const COMMENT_WORDS = Prisma.sql`concat_ws(E'\n', name, website, body)`;

/** Comments that are taken in with one transaction, and in one run of the job. */
const BATCH = 200;
const MOST_COMMENTS = 20_000;

/**
 * Takes the texts of new and changed comments into what the desk searches (lib/comments/desk/narrow.ts). Safe to run
 * twice, and by several at once: a comment that one has in hand the others leave. Indexes: the primary keys.
 */
export async function indexWords(): Promise<void> {
  for (let comments = 0; comments < MOST_COMMENTS; comments += BATCH) if (!(await indexSome())) return;
}

/** Returns whether more may be waiting. */
function indexSome(): Promise<boolean> {
  return privateDb.$transaction(async (tx) => {
    const taken = await tx.$queryRaw<{ id: string }[]>`
      delete from comment_unsearched where comment_id in (select comment_id from comment_unsearched limit ${BATCH} for update skip locked)
      returning comment_id::text as id`;
    // With a statement of its own, which sees what was committed until the rows were in hand; who changes a text later waits for them.
    await tx.$executeRaw`
      insert into comment_search (comment_id, words)
      select id, ${COMMENT_WORDS} from comment
      where id = any (${taken.map(({ id }) => id)}::uuid[]) and withdrawn_at is null
      on conflict (comment_id) do update set words = excluded.words`;
    return taken.length === BATCH;
  });
}
