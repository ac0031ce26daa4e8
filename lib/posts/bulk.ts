import { privateDb } from "@/lib/db/private";
import { bulkInput, type BulkAct } from "@/lib/posts/flow-schema";
import { mayWritePosts } from "@/lib/posts/policy";
import { publishPost } from "@/lib/posts/publish";
import { restorePost } from "@/lib/posts/restore-from-trash";
import { setPostCategory } from "@/lib/posts/set-category";
import { trashPost } from "@/lib/posts/trash";
import { invalid, type Refusal, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** What was not done to a post of several, and what the list called it. */
export interface Undone {
  title: string;
  refusal: Refusal;
}

/**
 * Does the same with several posts, one transaction each, so that one that cannot be published holds up no other. Takes
 * untrusted `{ ids, act, categoryId }` (bulkInput). Returns which act it was, how many were done, and which were not; or
 * `forbidden`, or `invalid` (none chosen, more than a page, no such act).
 */
export async function actOnEach(actor: Actor, input: unknown): Promise<Result<{ act: BulkAct; done: number; undone: Undone[] }>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = bulkInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { act, categoryId } = parsed.data;
  const ids = [...new Set(parsed.data.ids)];
  const refused = new Map<string, Refusal>();
  for (const id of ids) {
    const result = await ACTS[act](actor, { id, categoryId });
    if (!result.ok) refused.set(id, result);
  }
  const titles = await privateDb.post.findMany({ where: { id: { in: ids } }, select: { id: true, title: true }, take: ids.length });
  const titleOf = (id: string) => titles.find((post) => post.id === id)?.title ?? "";
  const undone = [...refused].map(([id, refusal]) => ({ title: refusal.error === "forbidden" ? "" : titleOf(id), refusal }));
  return { ok: true, act, done: ids.length - undone.length, undone };
}

const ACTS: Record<BulkAct, (actor: Actor, input: { id: string; categoryId: string }) => Promise<Result>> = {
  publish: publishPost,
  category: setPostCategory,
  trash: trashPost,
  restore: restorePost,
};
