import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";

const jobs = async () => Number((await privateDb.$queryRaw<[{ count: bigint }]>`select count(*) from pgboss.job`)[0].count);

test("a job is sent with its transaction, or not at all", async () => {
  const before = await jobs();
  await privateDb.$transaction((tx) => enqueue(tx, "mail.commentReceived", { commentId: "kept" }));
  const rolledBack = privateDb.$transaction(async (tx) => {
    await enqueue(tx, "mail.commentReceived", { commentId: "lost" });
    throw new Error("no");
  });
  await expect(rolledBack).rejects.toThrow("no");
  expect(await jobs()).toBe(before + 1);
});

test("of a flood the first begins at once, and all others together a few minutes later", async () => {
  await privateDb.$executeRaw`delete from pgboss.job where name = 'mail.commentReceived'`;
  const ids = Array.from({ length: 20 }, (_, at) => `reply ${at}`);
  await Promise.all(ids.map((commentId) => privateDb.$transaction((tx) => enqueue(tx, "mail.commentReceived", { commentId }))));
  const waiting = await privateDb.$queryRaw<{ seconds: number }[]>`
    select extract(epoch from start_after - created_on)::float8 as seconds from pgboss.job
    where name = 'mail.commentReceived' order by start_after`;
  expect(waiting).toHaveLength(2);
  expect(waiting[0]?.seconds).toBeLessThan(1);
  expect(waiting[1]?.seconds).toBeGreaterThan(0);
  expect(waiting[1]?.seconds).toBeLessThanOrEqual(302);
});
