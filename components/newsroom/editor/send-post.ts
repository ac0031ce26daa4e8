import type { DraftInput } from "@/lib/posts/draft";
import type { Presence } from "@/lib/posts/presence";
import { WRITER_HEADER } from "@/lib/posts/schema";
import type { Result } from "@/lib/result";
import type { SaveAnswer, Unreachable } from "./saver";

/** A server that is silent for so long counts as away; what was sent is then sent again. */
const PATIENCE_MS = 10_000;
/** A browser sends so much at most when its page is left (Fetch standard, "keepalive": 64 KiB of all together). */
const MAX_LAST_CHARS = 20_000;

const unreachable: Unreachable = { ok: false, error: "offline" };

/** Sends a save of who opened the editor to the server (POST /api/posts). Never rejects: no answer, or an outage, is `offline`. */
export function sendPost(writerId: string, input: DraftInput): Promise<SaveAnswer> {
  return ask<SaveAnswer>("/api/posts", writerId, input);
}

/** Tells the server that this editor is open or is left, and hears who else is there. Never rejects. */
export function sendPresence(
  writerId: string,
  input: { id: string; isLeaving?: boolean },
): Promise<Result<Presence & object> | Unreachable> {
  return ask<Result<Presence & object>>("/api/posts/presence", writerId, input);
}

async function ask<Answer>(path: string, writerId: string, input: object): Promise<Answer | Unreachable> {
  const body = JSON.stringify(input);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", [WRITER_HEADER]: writerId },
      body,
      keepalive: body.length < MAX_LAST_CHARS,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.status >= 500 ? unreachable : ((await response.json()) as Answer);
  } catch {
    // The browser tells no more of a lost network, a silent server or half an answer than that it was so.
    return unreachable;
  }
}
