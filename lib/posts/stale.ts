import { privateDb } from "@/lib/db/private";
import { loadEditable, type EditablePost } from "@/lib/posts/editable";
import type { Refusal } from "@/lib/result";

/** Somebody saved the post since it was opened: the stored text, so that the editor can show both (DESIGN.md §6). */
export interface StaleRefusal extends Refusal {
  error: "staleVersion";
  stored: EditablePost;
}

/** A result of an act, with the stored text where the version was an older one. Takes the result and the post's id. */
export async function withStored<T>(result: T | Refusal, id: string | undefined): Promise<T | Refusal | StaleRefusal> {
  if (!isStale(result)) return result;
  const stored = id ? await loadEditable(privateDb, id) : null;
  return stored ? { ...result, error: "staleVersion", stored } : { ok: false, error: "postNotFound" };
}

function isStale(result: unknown): result is Refusal {
  return typeof result === "object" && result !== null && "error" in result && result.error === "staleVersion";
}
