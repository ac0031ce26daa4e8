import type { IncomingMessage, ServerResponse } from "node:http";
import { keyFor } from "@/lib/keys";

/** The key by which search engines know that this site sends its addresses itself (indexnow.org: 8 to 128 of a-z, A-Z, 0-9, -). It is no secret: it stands in a file of its name. */
export function indexNowKey(): string {
  return keyFor("indexnow").toString("hex").slice(0, 32);
}

/** Answers `/KEY.txt` with the key, as IndexNow asks for it. Returns whether it did. */
export function answerIndexNowKey(path: string, request: IncomingMessage, response: ServerResponse): boolean {
  const [, asked] = /^\/([0-9a-f]{32})\.txt$/.exec(path) ?? [];
  const key = asked && indexNowKey();
  if (!key || asked !== key) return false;
  response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", "Content-Length": key.length });
  response.end(request.method === "HEAD" ? undefined : key);
  return true;
}
