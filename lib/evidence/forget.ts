import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";

const BATCH = 100;

/** Deletes frozen evidence whose time is over, and leaves that in the ledger. Takes the time that counts as now. Index: evidence (kept_until). */
export async function forgetEvidence(now = new Date()): Promise<number> {
  for (let total = 0; ;) {
    const over = await privateDb.evidence.findMany({
      where: { keptUntil: { lt: now } },
      select: { id: true },
      orderBy: { keptUntil: "asc" },
      take: BATCH,
    });
    if (over.length === 0) return total;
    for (const { id } of over) {
      await privateDb.$transaction(async (tx) => {
        const { count } = await tx.evidence.deleteMany({ where: { id, keptUntil: { lt: now } } });
        if (count) await recordAudit(tx, { actorId: null, rule: "clock", act: "evidence.delete", subject: { type: "evidence", id } });
      });
    }
    total += over.length;
  }
}
