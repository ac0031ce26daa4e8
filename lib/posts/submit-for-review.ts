import { transact } from "@/lib/db/transact";
import { lockForMove, movePost } from "@/lib/posts/move";
import { mayWritePosts } from "@/lib/posts/policy";
import { makeReady } from "@/lib/posts/publish";
import { postRef } from "@/lib/posts/schema";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Gives a draft to the desk, which decides on it. Takes `{ id }`, untrusted. Returns ok, also when that was done
 * already; or `forbidden`, `postNotFound`, `wrongStatus`, or `invalid` with what is missing in it.
 */
export async function submitForReview(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = postRef.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return transact(async (tx) => {
    const locked = await lockForMove(tx, actor, parsed.data.id, "submit");
    if (!locked.ok) return locked;
    if (locked.isDone) return { ok: true };
    const ready = await makeReady(tx, { actorId: actor.id }, locked.post);
    if (!ready.ok) return ready;
    await movePost(tx, { actorId: actor.id }, locked.post, { act: "post.submit", to: "in_review" });
    return { ok: true };
  });
}
