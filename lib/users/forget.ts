import { privateDb } from "@/lib/db/private";

const DAY_MS = 24 * 60 * 60 * 1000;
const ADDRESS_DAYS = 180;
const USED_UP_DAYS = 30;

/**
 * The clock's cleaning of people's traces: sessions and links that opened nothing any more for 30 days, and addresses
 * from which nobody signed in for 180. Safe to run twice. Indexes: none; a newsroom has few of each.
 */
export async function forgetSignIns(now = new Date()): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await privateDb.session.deleteMany({ where: { createdAt: { lt: before(USED_UP_DAYS) } } });
  await privateDb.userToken.deleteMany({ where: { expiresAt: { lt: before(USED_UP_DAYS) } } });
  await privateDb.signInAddress.deleteMany({ where: { lastAt: { lt: before(ADDRESS_DAYS) } } });
}
