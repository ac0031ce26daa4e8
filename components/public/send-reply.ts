/** A reply that was taken, as its author sees it. `html` is safe: our server made it (lib/comments/markdown.ts). */
export interface SentReply {
  ok: true;
  message: string;
  receipt: string;
  name: string;
  html: string;
}

/** A reply that was not taken: the refusal's code and the wrong fields' codes. */
export interface UnsentReply {
  ok: false;
  error: string;
  fields?: Record<string, string[]>;
}

/** What a status means when the answer says nothing that can be read: a proxy's page, a guard's line. */
const CODES: Record<number, string> = { 403: "foreignOrigin", 413: "tooLarge", 429: "tooMany" };

/** Sends the form to its own route with the given key. Never throws: what goes wrong on the way is a refusal too. */
export async function sendReply(form: HTMLFormElement, key: string): Promise<SentReply | UnsentReply> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.set("key", key);
  try {
    const response = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
    return await readAnswer(response);
  } catch {
    // fetch throws only for the network; what happened is told to who can do something about it: the reader.
    return { ok: false, error: "offline" };
  }
}

async function readAnswer(response: Response): Promise<SentReply | UnsentReply> {
  const isJson = response.headers.get("content-type")?.includes("application/json");
  if (isJson) return (await response.json()) as SentReply | UnsentReply;
  return { ok: false, error: CODES[response.status] ?? "unavailable" };
}
