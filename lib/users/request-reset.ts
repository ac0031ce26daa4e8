import { randomUUID } from "node:crypto";
import { privateDb } from "@/lib/db/private";
import { enqueue } from "@/lib/jobs/queue";
import { invalid, type Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { networkOf } from "@/lib/throttle/network";
import { takeTurn } from "@/lib/throttle/take-turn";
import { LINK_SECONDS } from "@/lib/users/link";
import { forgotPasswordInput } from "@/lib/users/schema";

const HOUR = 3600;
const REQUESTS_PER_ACCOUNT = 5;
const REQUESTS_PER_ADDRESS = 20;

/**
 * Sends a link for a new password to who forgot theirs. Takes the untrusted e-mail. Returns the same for known and
 * unknown addresses, after the same statements: a row is inserted or not, and a job is sent that finds it or does
 * not (CONTRACT.md 13 asks this of sign-in). `invalid` for what is no e-mail, `tooMany` with the time to wait.
 */
export async function requestReset(sender: Sender, input: unknown): Promise<Result> {
  const parsed = forgotPasswordInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { email } = parsed.data;
  const tokenId = randomUUID();
  return privateDb.$transaction(async (tx) => {
    const turn = await takeTurn(tx, [
      { name: "reset.account", who: email, limit: REQUESTS_PER_ACCOUNT, seconds: HOUR },
      { name: "reset.address", who: networkOf(sender.ip), limit: REQUESTS_PER_ADDRESS, seconds: HOUR },
    ]);
    if (!turn.ok) return { ok: false, error: "tooMany", retryAfter: turn.retryAfter };
    await tx.$executeRaw`
      insert into user_token (id, user_id, purpose, expires_at)
      select ${tokenId}::uuid, id, 'password_reset', now() + make_interval(secs => ${LINK_SECONDS.password_reset})
      from newsroom_user where email = ${email} and password_hash is not null and deactivated_at is null`;
    await enqueue(tx, "mail.passwordReset", { tokenId });
    return { ok: true };
  });
}
