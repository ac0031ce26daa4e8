import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { openEmail } from "@/lib/comments/contact";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const revealInput = z.object({ id: z.uuid("notFound") });

/**
 * Shows the address that a report was sent under, and leaves in the ledger who looked at whose (DESIGN.md §4). Takes
 * untrusted `{ id }`, the report's. Returns the address; or `forbidden`, `invalid`, or `notFound` (no such report, or no
 * address with it).
 */
export async function revealReporter(actor: Actor, input: unknown): Promise<Result<{ id: string; address: string }>> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = revealInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result<{ id: string; address: string }>> => {
    const contact = await tx.reportContact.findUnique({ where: { reportId: id }, select: { emailSealed: true } });
    if (!contact?.emailSealed) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act: "report.revealAddress", subject: { type: "report", id } });
    return { ok: true, id, address: openEmail(contact.emailSealed) };
  });
}
