import type { IncomingMessage } from "node:http";
import type { Surface } from "@/lib/server/surface";

const KIB = 1024;
const MIB = 1024 * KIB;
/** Of a body that is too large so much is read and thrown away, so that its sender gets to read the answer. */
const MAX_DISCARDED_BYTES = 32 * MIB;

/** How many bytes a body may have (CONTRACT.md 10): 256 KB from readers, 4 MB from the newsroom, 25 MB a picture. */
export function bodyLimit(surface: Surface, path: string): number {
  if (path === "/api/media") return 25 * MIB;
  return surface === "newsroom" || path.startsWith("/api/posts") ? 4 * MIB : 256 * KIB;
}

/**
 * Reads a body up to a limit in bytes, whatever its Content-Length says; beyond it nothing is held. Returns null
 * when it is larger. Rejects when the sender goes away.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_DISCARDED_BYTES) return null;
  const chunks: Buffer[] = [];
  let received = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    received += chunk.length;
    if (received <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (received > MAX_DISCARDED_BYTES) break;
  }
  return received <= limit ? Buffer.concat(chunks) : null;
}
