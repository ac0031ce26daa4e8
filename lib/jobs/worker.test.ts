import { expect, test, vi } from "vitest";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { startWorker } from "@/lib/jobs/worker";
import { closeShared } from "@/lib/server/closing";
import { makeComment, makePost } from "@/lib/testing/make";

const IN_TIME = { timeout: 15_000, interval: 100 };

async function makeOldSubmission(): Promise<void> {
  const { id: postId } = await makePost({ status: "published" });
  const { id: commentId } = await makeComment({ postId });
  await privateDb.submission.create({ data: { fingerprint: Buffer.from(commentId), key: "", commentId, createdAt: new Date(0) } });
}

test("a job that was enqueued is done, and the cleaning is due by the clock", async () => {
  await makeOldSubmission();
  await startWorker();
  await privateDb.$transaction((tx) => enqueue(tx, "clean.expired", {}));
  await vi.waitFor(async () => expect(await privateDb.submission.count()).toBe(0), IN_TIME);
  expect(await jobConnections()).toBeGreaterThan(0);
  const schedules = await privateDb.$queryRaw`select name, cron from pgboss.schedule order by name`;
  expect(schedules).toEqual([
    { name: "audit.chain", cron: "* * * * *" },
    { name: "clean.expired", cron: "23 * * * *" },
    { name: "desk.countDays", cron: "*/5 * * * *" },
    { name: "desk.indexWords", cron: "* * * * *" },
    { name: "mail.digests", cron: "1 * * * *" },
    { name: "media.sweep", cron: "41 3 * * *" },
    { name: "post.publishDue", cron: "*/10 * * * *" },
    { name: "post.rankDiscussed", cron: "*/5 * * * *" },
    { name: "search.learn", cron: "* * * * *" },
    { name: "transparency.count", cron: "*/10 * * * *" },
  ]);
});

test("a job begins when it is sent: a queue that has to be asked would take two seconds for each", async () => {
  const began = Date.now();
  for (let done = 1; done <= 5; done++) {
    await privateDb.$transaction((tx) => enqueue(tx, "post.relate", { postId: crypto.randomUUID() }));
    await vi.waitFor(async () => expect(await jobsRelated()).toBe(done), IN_TIME);
  }
  expect(Date.now() - began).toBeLessThan(8_000);
});

test("many jobs of a kind are done one after the other, without a pause", async () => {
  const before = await jobsRelated();
  const postIds = Array.from({ length: 40 }, () => crypto.randomUUID());
  await privateDb.$transaction(async (tx) => {
    for (const postId of postIds) await enqueue(tx, "post.relate", { postId });
  });
  await vi.waitFor(async () => expect(await jobsRelated()).toBe(before + postIds.length), IN_TIME);
});

test("once closed, nothing here asks for jobs any more", async () => {
  await closeShared();
  await vi.waitFor(async () => expect(await jobConnections()).toBe(0), IN_TIME);
});

async function jobsRelated(): Promise<number> {
  const [row] = await privateDb.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = 'post.relate' and state = 'completed'`;
  return row?.count ?? -1;
}

async function jobConnections(): Promise<number> {
  const [row] = await privateDb.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where application_name = 'leserbrief-jobs' and datname = current_database()`;
  return row?.count ?? -1;
}
