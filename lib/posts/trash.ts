import { privateDb } from "@/lib/db/private";
import { lockForMove, movePost } from "@/lib/posts/move";
import { mayWritePosts } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Throws a post away: readers lose it at once, its job of publication finds nothing to do, and after 30 days it is gone
 * (empty-trash.ts). Takes `{ id }`, untrusted. Returns ok, also when that was done already; or `forbidden`,
 * `postNotFound`.
 */
export async function trashPost(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    const locked = await lockForMove(tx, actor, parsed.data.id, "trash");
    if (!locked.ok) return locked;
    if (!locked.isDone) await movePost(tx, { actorId: actor.id }, locked.post, { act: "post.trash", to: "trash", trashedAt: new Date() });
    return { ok: true };
  });
}
