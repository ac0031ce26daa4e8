import { z } from "zod";
import { privateDb } from "@/lib/db/private";
import { mayReadPost, mayWritePosts } from "@/lib/posts/policy";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** Whoever was not heard of for so long has gone: three times as long as an editor keeps silent. */
const PRESENT_SECONDS = 30;
const MOST_SHOWN = 20;

const presenceInput = z.object({ id: z.uuid("invalidChoice"), isLeaving: z.boolean("invalid").default(false) });

/** Who else has a post open, and how it stands. */
export interface Presence {
  others: { id: string; name: string }[];
  version: number;
  /** Who saved it last; null: the site itself, or nobody yet. */
  savedBy: { id: string; name: string } | null;
}

/**
 * Notes that the actor has a post open, or leaves it. Takes untrusted `{ id, isLeaving }`. Returns who else has it open,
 * and its version with who saved that; or `forbidden`, `invalid`, `postNotFound`. It changes nothing that the ledger
 * tells of. Indexes: primary keys, post_revision_post_id_version_key.
 */
export async function notePresence(actor: Actor, input: unknown): Promise<Result<Presence>> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = presenceInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id: postId, isLeaving } = parsed.data;
  const post = await privateDb.post.findUnique({ where: { id: postId }, select: POST });
  if (!post) return { ok: false, error: "postNotFound" };
  if (!mayReadPost(actor, { ...post, authorIds: post.authors.map(({ userId }) => userId) })) return { ok: false, error: "forbidden" };
  const now = new Date();
  if (isLeaving) await privateDb.postPresence.deleteMany({ where: { postId, userId: actor.id } });
  else await noteSeen(postId, actor.id, now);
  return { ok: true, others: await othersIn(postId, actor.id, now), version: post.version, savedBy: post.revisions[0]?.user ?? null };
}

const POST = {
  kind: true,
  status: true,
  version: true,
  authors: { select: { userId: true } },
  revisions: { select: { user: { select: { id: true, name: true } } }, orderBy: { version: "desc" }, take: 1 },
} as const;

async function noteSeen(postId: string, userId: string, seenAt: Date): Promise<void> {
  const where = { postId_userId: { postId, userId } };
  await privateDb.postPresence.upsert({ where, create: { postId, userId, seenAt }, update: { seenAt }, select: { postId: true } });
}

async function othersIn(postId: string, userId: string, now: Date): Promise<Presence["others"]> {
  const present = await privateDb.postPresence.findMany({
    where: { postId, userId: { not: userId }, seenAt: { gt: new Date(now.getTime() - PRESENT_SECONDS * 1000) } },
    select: { user: { select: { id: true, name: true } } },
    take: MOST_SHOWN,
  });
  return present.map(({ user }) => user).sort((a, b) => a.name.localeCompare(b.name));
}

/** Forgets who had a post open a day ago and never said goodbye. Run by the clock (lib/jobs/worker.ts). Index: post_presence (seen_at). */
export async function forgetPresence(now = new Date()): Promise<void> {
  await privateDb.postPresence.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - 86_400_000) } } });
}
