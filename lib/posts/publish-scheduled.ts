import { privateDb, type Tx } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { lockPost, type CurrentPost } from "@/lib/posts/current";
import { movePost } from "@/lib/posts/move";
import { restingStatus } from "@/lib/posts/policy";
import { hasSomethingToShow, showPost } from "@/lib/posts/publish";

/** Who publishes then. */
const CLOCK = { actorId: null, rule: "clock" } as const;

/** Posts that are published in one go; the next job comes soon. */
const MAX_DUE = 500;

/**
 * The job `post.publish`, at the moment that a post is scheduled for, and `post.publishDue`, at each start and by the
 * clock: publishes everything whose time has come. One job takes all that are due, since the queue hands out one every two
 * seconds, and a newsroom plans twenty posts for nine o'clock; the other jobs then find nothing to do. At the start, since
 * a job that was running when the site was killed counts as running for a quarter of an hour; by the clock, since jobs are
 * kept for 14 days, and a database may be restored from before. Throws the first failure, after every post had its turn.
 * Index: post_due.
 */
export async function publishDue(): Promise<void> {
  const due = await privateDb.$queryRaw<{ id: string }[]>`
    select id from post where status = 'scheduled' and scheduled_for <= now() order by scheduled_for limit ${MAX_DUE}`;
  await workOff(due, ({ id }) => publishScheduled(id));
}

/**
 * Publishes a scheduled post whose time has come, once: it may run twice, and in several processes at once, which wait for
 * one another at the post's row. Does nothing for one that is not scheduled any more, or for a later time. What readers
 * get is the row: the last save whose fields were right. A post without anything to show leaves the schedule, and the
 * ledger says why.
 */
async function publishScheduled(postId: string): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post || !(await isDue(tx, post))) return;
    if (await hasSomethingToShow(tx, postId)) return showPost(tx, CLOCK, post);
    await movePost(tx, CLOCK, post, { act: "post.unschedule", to: restingStatus(post), why: "required" });
  });
}

/** By the database's clock, which also tells pg-boss when a job begins. */
async function isDue(tx: Tx, { id, status }: CurrentPost): Promise<boolean> {
  if (status !== "scheduled") return false;
  const [row] = await tx.$queryRaw<{ due: boolean }[]>`select scheduled_for <= now() as due from post where id = ${id}::uuid`;
  return row?.due === true;
}
