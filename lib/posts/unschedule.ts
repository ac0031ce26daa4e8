import { privateDb } from "@/lib/db/private";
import { lockForMove, movePost } from "@/lib/posts/move";
import { mayWritePosts, restingStatus } from "@/lib/posts/policy";
import { postRef } from "@/lib/posts/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Takes a post off the schedule: it is a draft again, or unpublished where it was public before; its job will find
 * nothing to do. Takes `{ id }`, untrusted. Returns ok, or `forbidden`, `postNotFound`, `wrongStatus`.
 */
export async function unschedulePost(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    const locked = await lockForMove(tx, actor, parsed.data.id, "unschedule");
    if (!locked.ok) return locked;
    await movePost(tx, { actorId: actor.id }, locked.post, { act: "post.unschedule", to: restingStatus(locked.post) });
    return { ok: true };
  });
}
