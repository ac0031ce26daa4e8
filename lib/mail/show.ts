import { recordAudit } from "@/lib/audit/record";
import { privateDb } from "@/lib/db/private";
import { mayReadMail } from "@/lib/mail/policy";
import { readMail, type KeptMail } from "@/lib/mail/read-file";
import { mailInput } from "@/lib/mail/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Shows a mail that lies in DATA_DIR/mail, and leaves in the ledger who read which. Takes untrusted `{ id }`. Returns
 * what it says; or `forbidden`, `invalid`, or `notFound` (no such mail, or its file is gone).
 */
export async function showMail(actor: Actor, input: unknown): Promise<Result<{ mail: KeptMail }>> {
  if (!mayReadMail(actor)) return { ok: false, error: "forbidden" };
  const parsed = mailInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx) => {
    const row = await tx.mail.findUnique({ where: { id }, select: { id: true } });
    const mail = row && (await readMail(row.id));
    if (!mail) return { ok: false, error: "notFound" };
    await recordAudit(tx, { actorId: actor.id, act: "mail.show", subject: { type: "mail", id } });
    return { ok: true, mail };
  });
}
