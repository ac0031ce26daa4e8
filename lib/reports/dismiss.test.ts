import { expect, test } from "vitest";
import { privateDb } from "@/lib/db/private";
import { dismissReports } from "@/lib/reports/dismiss";
import { reportedReplies } from "@/lib/reports/newsroom";
import { newReportKey } from "@/lib/reports/own";
import { reportComment } from "@/lib/reports/report";
import { makeComment, makePost, makeUser } from "@/lib/testing/make";

let networks = 0;
async function report(commentId: string, explanation: string) {
  const sender = { ip: `2001:db8:d1:${++networks}::7`, agent: "test" };
  const done = await reportComment(sender, { key: newReportKey(commentId), reason: "insult", explanation });
  if (!done.ok) throw new Error(done.error);
}

test("no report is found wrong that nobody read, nor for a text that nobody read", async () => {
  const moderator = await makeUser({ role: "moderator" });
  const { id: postId } = await makePost({ status: "published" });
  const { id } = await makeComment({ postId, status: "approved" });
  const shown = async () => {
    const found = await reportedReplies(moderator, {});
    const row = found.ok ? found.reported.find(({ comment }) => comment.id === id) : undefined;
    return { id, seen: row?.comment.seen, lastReport: row?.reports[0]?.id };
  };
  await report(id, "One.");
  const first = await shown();
  await report(id, "Two.");
  expect(await dismissReports(moderator, first)).toEqual({ ok: false, error: "staleVersion" });
  const second = await shown();
  await privateDb.comment.update({ where: { id }, data: { body: "Worse.", editedAt: new Date() } });
  expect(await dismissReports(moderator, second)).toEqual({ ok: false, error: "staleVersion" });
  expect(await privateDb.reportCase.count({ where: { commentId: id, decidedAt: null } })).toBe(1);
  expect(await dismissReports(moderator, await shown())).toMatchObject({ ok: true });
});
