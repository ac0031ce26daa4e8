import type { Challenge } from "altcha-lib";

/** A reply that was taken, as its author sees it. `html` is safe: our server made it (lib/comments/markdown.ts). */
export interface SentReply {
  ok: true;
  message: string;
  receipt: string;
  name: string;
  html: string;
  /** Work that the server asks for, because it finds the reply doubtful: it would speak for it. */
  challenge?: Challenge;
}

/** What a reply would look like. `html` is safe as above; `name` is empty when none was typed yet. */
export interface ReplyPreviewed {
  name: string;
  html: string;
}

/** A reply that was not taken: the refusal's code, the wrong fields' codes, how many seconds to wait. */
export interface UnsentReply {
  ok: false;
  error: string;
  fields?: Record<string, string[]>;
  retryAfter?: number;
  endsAt?: string;
}

/** What a status means when the answer says nothing that can be read: a proxy's page, a guard's line. */
const CODES: Record<number, string> = { 403: "foreignOrigin", 413: "tooLarge", 429: "tooMany" };

/**
 * Sends the form to an address of ours, with more fields that only the browser knows. Returns what was answered.
 * Never throws: what goes wrong on the way is a refusal too.
 */
export async function sendForm<Answer>(
  form: HTMLFormElement,
  address: string,
  more: Record<string, string> = {},
): Promise<(Answer & { ok: true }) | UnsentReply> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  try {
    const response = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    const isJson = response.headers.get("content-type")?.includes("application/json");
    if (isJson) return (await response.json()) as (Answer & { ok: true }) | UnsentReply;
    const retryAfter = Number(response.headers.get("retry-after")) || undefined;
    return { ok: false, error: CODES[response.status] ?? "unavailable", retryAfter };
  } catch {
    // fetch throws only for the network; what happened is told to who can do something about it: the reader.
    return { ok: false, error: "offline" };
  }
}
