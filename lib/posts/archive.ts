import { privateDb } from "@/lib/db/private";
import { lockForMove, movePost } from "@/lib/posts/move";
import { mayWritePosts } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Puts a post away that was public and shall not be again: it leaves the lists one works from, and keeps its address.
 * Takes `{ id }`, untrusted. Returns ok, also when that was done already; or `forbidden`, `postNotFound`, `wrongStatus`.
 */
export async function archivePost(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    const locked = await lockForMove(tx, actor, parsed.data.id, "archive");
    if (!locked.ok) return locked;
    if (!locked.isDone) await movePost(tx, { actorId: actor.id }, locked.post, { act: "post.archive", to: "archived" });
    return { ok: true };
  });
}
