import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { SentReply } from "@/components/public/send-reply";

/**
 * Does the work that the server asks for with a reply it finds doubtful, and sends it. Takes the answer's `challenge`.
 * Returns what became of the reply; null when the browser cannot do it, or the way is cut: the reply then simply waits.
 * The work is done by the browser's own cryptography, beside the page, which stays responsive. An island loads this
 * file when it is needed, and not before.
 */
export async function prove(challenge: Challenge): Promise<SentReply | null> {
  try {
    const solution = await solveChallenge({ challenge, deriveKey });
    const body = new URLSearchParams({ proof: btoa(JSON.stringify({ challenge, solution })) });
    const response = await fetch("/api/replies/proof", { method: "POST", body, headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as SentReply) : null;
  } catch {
    return null;
  }
}
