import { privateDb } from "@/lib/db/private";

/** A row of the settings table while the seed is under way: a start that was killed meanwhile goes on with it. */
export const UNDERWAY = "demo.underway";

/** Whether the demo newsroom is to be written: on a site without any post, or where that was begun. Index: the primary keys. */
export async function isSeedDue(): Promise<boolean> {
  const [underway, post] = await Promise.all([
    privateDb.setting.findUnique({ where: { key: UNDERWAY }, select: { key: true } }),
    privateDb.post.findFirst({ select: { id: true } }),
  ]);
  return underway !== null || post === null;
}
