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
  await tx.$executeRaw`
    delete from commenter where email_hash = ${emailHash}::bytea
      and (select true from comment_contact where email_hash = ${emailHash}::bytea limit 1) is null
      and (select true from commenter_rule where target = ${emailHash}::bytea and ended_at is null and (until is null or until > now())) is null`;
}

/**
 * Deletes rules that ended so many days ago, those of networks as soon as their time is over, and then what is kept of
 * commenters of whom nothing else is. Takes the time that counts as now. Indexes: commenter_rule_ended, _holding, _target.
 */
export async function forgetRules(now = new Date()): Promise<void> {
  const end = new Date(now.getTime() - ENDED_DAYS * 86_400_000);
  await privateDb.commenterRule.deleteMany({ where: { endedAt: { lt: end } } });
  await privateDb.commenterRule.deleteMany({ where: { OR: [{ scope: "network", until: { lt: now } }, { until: { lt: end } }] } });
  for (let after = ""; ;) {
    const found = await privateDb.commenter.findMany({
      where: after ? { id: { gt: after } } : {},
      select: { id: true, emailHash: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    for (const { emailHash } of found) await forgetCommenter(privateDb, emailHash);
    after = found.at(-1)?.id ?? "";
    if (found.length < BATCH) return;
  }
}
