import { privateDb } from "@/lib/db/private";

/** Leaves nothing waiting but what a test makes: tests of one worker share its site, and the oldest replies stand first. */
export async function emptyTheQueue(): Promise<void> {
  await privateDb.comment.updateMany({ where: { status: "pending" }, data: { status: "trash", decidedAt: new Date() } });
}

/** Settles what is reported and complained of in this worker's database, so that the lists begin with a test's own. */
export async function settleAllReports(): Promise<void> {
  const decidedAt = new Date();
  await privateDb.reportCase.updateMany({ where: { decidedAt: null }, data: { decidedAt, outcome: "dismissed" } });
  await privateDb.complaint.updateMany({ where: { decidedAt: null }, data: { decidedAt, outcome: "withdrawn" } });
}
