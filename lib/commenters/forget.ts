import { daysBefore } from "@/lib/days";
import { Prisma } from "@/lib/db/generated/client";
import { privateDb, type Tx } from "@/lib/db/private";

/** A lifted rule can be put back in force so long. */
export const ENDED_DAYS = 30;
const BATCH = 2_000;

/**
 * Forgets what was noted about an address of which no comment is left, unless a rule about it holds. A rule goes by the
 * keyed digest alone and stays as long as it holds, whatever was erased: that somebody who was banned cannot begin anew by
 * erasing is the site's legitimate interest (Regulation (EU) 2016/679, articles 6(1)(f) and 17(1)(c)).
 * Indexes: comment_contact (email_hash), commenter_rule_target.
 */
export async function forgetCommenter(tx: Tx, emailHash: Uint8Array): Promise<void> {
  await tx.$executeRaw`delete from commenter where email_hash = ${emailHash}::bytea and ${IS_OVER}`;
}

/** As scalar subqueries: PostgreSQL would otherwise hash all that the other tables have. */
const IS_OVER = Prisma.sql`
  (select true from comment_contact where comment_contact.email_hash = commenter.email_hash limit 1) is null
  and (select true from commenter_rule
    where target = commenter.email_hash and ended_at is null and (until is null or until > now()) limit 1) is null`;

/**
 * Deletes rules that ended so many days ago, those of networks as soon as their time is over, and then what is kept of
 * commenters of whom nothing else is. Takes the time that counts as now. Indexes: commenter_rule_ended, _holding, _target.
 */
export async function forgetRules(now = new Date()): Promise<void> {
  const end = daysBefore(now, ENDED_DAYS);
  await privateDb.commenterRule.deleteMany({ where: { endedAt: { lt: end } } });
  await privateDb.commenterRule.deleteMany({ where: { OR: [{ scope: "network", until: { lt: now } }, { until: { lt: end } }] } });
  // A batch a statement, along the primary key.
  for (let after: string | undefined; ;) {
    const batch = await privateDb.commenter.findMany({
      where: after ? { id: { gt: after } } : {},
      select: { id: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    const ids = batch.map(({ id }) => id);
    await privateDb.$executeRaw`delete from commenter where id = any (${ids}::uuid[]) and ${IS_OVER}`;
    if (batch.length < BATCH) return;
    after = ids.at(-1);
  }
}
