import type { Act, Rule, SubjectType } from "@/lib/audit/acts";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/private";

/** Who did it: a person, or the site itself and by which rule. */
export type Doer = { actorId: string; rule?: undefined } | { actorId: null; rule: Rule };

/** One row of the ledger: ids and codes only, never a reader's text, name or address. */
export type AuditEntry = Doer & {
  act: Act;
  subject: { type: SubjectType; id: string };
  from?: Prisma.InputJsonValue;
  to?: Prisma.InputJsonValue;
  why?: string;
};

/** Adds a row to the ledger, in the transaction of the act that it tells of. Returns the row's id. */
export async function recordAudit(tx: Tx, { subject, ...entry }: AuditEntry): Promise<string> {
  const row = await tx.auditEvent.create({ data: { ...entry, subjectType: subject.type, subjectId: subject.id }, select: { id: true } });
  return row.id;
}
