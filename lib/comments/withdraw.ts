import { eraseComment } from "@/lib/comments/erase";
import { commentOfReceipt } from "@/lib/comments/receipt";
import { transact } from "@/lib/db/transact";
import type { Result } from "@/lib/result";

/**
 * Takes a comment back for its author, at once and for good (lib/comments/erase.ts). Takes the receipt's key. Returns
 * the same when it was done before; `notFound` when the key opens nothing.
 */
export async function withdrawComment(key: string): Promise<Result> {
  const id = commentOfReceipt(key);
  return id ? transact((tx) => eraseComment(tx, id)) : { ok: false, error: "notFound" };
}
