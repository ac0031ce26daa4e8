import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { hashPassword } from "@/lib/users/password";

/** 18 random bytes, 144 bits: 24 characters that can be typed. */
const PASSWORD_BYTES = 18;

/**
 * Makes the first administrator, with ADMIN_EMAIL and ADMIN_PASSWORD or else a random password, when nobody is there
 * yet. Returns what to print once, or null when there are users. Of several starts at once one makes it: the table
 * is locked against other writers meanwhile.
 */
export async function createFirstAdministrator(): Promise<{ email: string; password: string } | null> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = config();
  const email = ADMIN_EMAIL.toLowerCase();
  const password = ADMIN_PASSWORD ?? randomBytes(PASSWORD_BYTES).toString("base64url");
  const passwordHash = await hashPassword(password);
  return privateDb.$transaction(async (tx) => {
    await tx.$executeRaw`lock table newsroom_user in share row exclusive mode`;
    if (await tx.user.findFirst({ select: { id: true } })) return null;
    const data = { email, name: "Administrator", role: "administrator" as const, passwordHash };
    const { id } = await tx.user.create({ data, select: { id: true } });
    await recordAudit(tx, {
      actorId: null,
      rule: "firstStart",
      act: "user.createFirst",
      subject: { type: "user", id },
      to: { role: data.role },
    });
    return { email, password };
  });
}
