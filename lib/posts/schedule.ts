import { transact } from "@/lib/db/transact";
import { enqueue } from "@/lib/jobs/queue";
import { scheduleInput } from "@/lib/posts/flow-schema";
import { lockForMove, movePost } from "@/lib/posts/move";
import { mayWritePosts } from "@/lib/posts/policy";
import { makeReady } from "@/lib/posts/publish";
import { instantOf, type TimeTwice } from "@/lib/posts/wall-clock";
import { invalid, type Result } from "@/lib/result";
import { currentSettings } from "@/lib/settings/current";
import type { Actor } from "@/lib/users/policy";

/**
 * Has a post published at a time, or at another one than before. Takes untrusted `{ id, at, offset }` (scheduleInput):
 * `at` is what the clocks of the site's zone show. Returns the instant; or `forbidden`, `postNotFound`, `wrongStatus`,
 * `invalid` (also with what is not finished in the post), `timePast`, `timeSkipped`, or `timeTwice` with the offsets to choose between. A job publishes it
 * (publish-scheduled.ts): nothing appears by the clock alone (DESIGN.md §3).
 */
export async function schedulePost(actor: Actor, input: unknown): Promise<Result<{ scheduledFor: Date }> | TimeTwice> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = scheduleInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, at, offset } = parsed.data;
  return transact(async (tx) => {
    const locked = await lockForMove(tx, actor, id, "schedule");
    if (!locked.ok) return locked;
    const time = instantOf(at, (await currentSettings(tx)).timeZone, offset);
    if (!time.ok) return time;
    if (time.instant <= new Date()) return { ok: false, error: "timePast", fields: { at: ["timePast"] } };
    const ready = await makeReady(tx, { actorId: actor.id }, locked.post);
    if (!ready.ok) return ready;
    await movePost(tx, { actorId: actor.id }, locked.post, { act: "post.schedule", to: "scheduled", scheduledFor: time.instant });
    await enqueue(tx, "post.publish", { postId: id }, time.instant);
    return { ok: true, scheduledFor: time.instant };
  });
}
