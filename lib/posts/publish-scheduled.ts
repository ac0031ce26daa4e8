import { privateDb, type Tx } from "@/lib/db/private";
import { lockPost, type CurrentPost } from "@/lib/posts/current";
import { movePost } from "@/lib/posts/move";
import { restingStatus } from "@/lib/posts/policy";
import { hasSomethingToShow, showPost } from "@/lib/posts/publish";

/** Posts that the sweep takes in one go; the next one comes soon. */
const MAX_DUE = 500;

/**
 * The job `post.publish`: publishes a scheduled post whose time has come, once. Takes its id. Does nothing for one that
 * is not scheduled any more, or for a later time: so it may run twice, and in several processes at once, which wait for
 * one another at the post's row. What readers get is the row: the last save whose fields were right. A post without anything to
 * show leaves the schedule, and the ledger says why.
 */
export async function publishScheduled({ postId }: { postId: string }): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post || !(await isDue(tx, post))) return;
    if (await hasSomethingToShow(tx, postId)) return showPost(tx, null, post);
    await movePost(tx, null, post, { act: "post.unschedule", to: restingStatus(post), why: "required" });
  });
}

/**
 * The job `post.publishDue`, by the clock: publishes what is due and whose own job is gone, such as after a database was
 * restored, or a server stood still for longer than pg-boss keeps jobs (14 days). Index: post_due.
 */
export async function publishDue(): Promise<void> {
  const due = await privateDb.$queryRaw<{ id: string }[]>`
    select id from post where status = 'scheduled' and scheduled_for <= now() order by scheduled_for limit ${MAX_DUE}`;
  for (const { id } of due) await publishScheduled({ postId: id });
}

/** By the database's clock, which also tells pg-boss when a job begins. */
async function isDue(tx: Tx, { id, status }: CurrentPost): Promise<boolean> {
  if (status !== "scheduled") return false;
  const [row] = await tx.$queryRaw<{ due: boolean }[]>`select scheduled_for <= now() as due from post where id = ${id}::uuid`;
  return row?.due === true;
}
