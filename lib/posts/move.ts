import type { Act } from "@/lib/audit/acts";
import { recordAudit, type Doer } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import type { PostStatus } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/private";
import { noteAddresses } from "@/lib/index-now/note-addresses";
import { enqueue } from "@/lib/jobs/queue";
import { lockPost, type CurrentPost } from "@/lib/posts/current";
import { noteBack, noteGone } from "@/lib/posts/gone";
import { MOVES, type Move } from "@/lib/posts/policy";
import { showingTags } from "@/lib/posts/showing";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/**
 * Locks the post that the actor wants to move, if the table of moves allows it (policy.ts). Returns it, `isDone` when
 * it stands there already (a second click); or `postNotFound`, `forbidden`, `wrongStatus` from where no such move leads.
 */
export async function lockForMove(tx: Tx, actor: Actor, id: string, move: Move): Promise<Result<{ post: CurrentPost; isDone: boolean }>> {
  const post = await lockPost(tx, id);
  if (!post) return { ok: false, error: "postNotFound" };
  const { from, to, may } = MOVES[move];
  if (!may(actor, post)) return { ok: false, error: "forbidden" };
  if (from.includes(post.status)) return { ok: true, post, isDone: false };
  return post.status === to ? { ok: true, post, isDone: true } : { ok: false, error: "wrongStatus" };
}

/** A move as it is written down: the ledger's name of it, where it leads, and what belongs to that state. */
interface Moved {
  act: Act;
  to: PostStatus;
  scheduledFor?: Date;
  trashedAt?: Date;
  why?: string;
}

/**
 * Writes a move: the row, the ledger's row, and, when the post leaves readers' sight, which pages must hear of it. Who
 * calls it has locked the post and asked the table of moves; before readers `makePublic` brings it.
 */
export async function movePost(tx: Tx, by: Doer, post: CurrentPost, moved: Moved): Promise<void> {
  const { act, to, scheduledFor = null, trashedAt = null, why } = moved;
  const { id, status } = post;
  const trashedFrom = to === "trash" ? status : null;
  await tx.post.update({ where: { id }, data: { status: to, scheduledFor, trashedAt, trashedFrom }, select: { id: true } });
  const at = scheduledFor && { scheduledFor: scheduledFor.toISOString() };
  await recordAudit(tx, { ...by, act, subject: { type: "post", id }, from: { status }, to: { status: to, ...at }, why });
  if (to === "archived") await noteGone(tx, post);
  else if (status === "archived" && to !== "trash") await noteBack(tx, post);
  if (status !== "published") return;
  await markChanged(tx, ...(await showingTags(tx, post)));
  await enqueue(tx, "post.relate", { postId: id });
  await noteAddresses(tx, post.slug);
}
