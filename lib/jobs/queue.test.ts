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
