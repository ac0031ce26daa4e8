import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { bentOf } from "@/lib/commenters/standing";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

/** How long somebody can be made to pause from one reply to the next, in seconds; 0: not at all. */
export const PAUSES = ["0", "60", "300", "900", "3600"] as const;

/** What slows a discussion down. */
export interface Braking {
  /** Every reply waits, whatever the settings and whoever wrote it. */
  holdsAll: boolean;
  slowSeconds: number;
}

const brakeInput = z.object({
  postId: z
    .union([z.literal("").transform(() => null), z.uuid("postNotFound")])
    .nullable()
    .default(null),
  holdsAll: z
    .enum(["yes", "no"], "invalidChoice")
    .default("no")
    .transform((value) => value === "yes"),
  slowSeconds: z.enum(PAUSES, "invalidChoice").default("0").transform(Number),
});

/** What slows down the discussion of a post: its own brake or the whole site's, the stronger of each. Index: brake (post_id), two rows. */
export async function brakingOf(tx: Tx, postId: string): Promise<Braking> {
  const brakes = await tx.brake.findMany({
    where: { OR: [{ postId: null }, { postId }] },
    select: { holdsAll: true, slowSeconds: true },
    take: 2,
  });
  return { holdsAll: brakes.some(({ holdsAll }) => holdsAll), slowSeconds: Math.max(0, ...brakes.map(({ slowSeconds }) => slowSeconds)) };
}

/** How a stored comment is treated, as `bentOf` says it: where everything is held, so is it. */
export async function treatmentOf(tx: Tx, { id, postId }: { id: string; postId: string }): ReturnType<typeof bentOf> {
  return (await brakingOf(tx, postId)).holdsAll ? "hold" : bentOf(tx, id);
}

/**
 * Slows discussions down from now on, or lets them go on as before. Takes untrusted `{ postId, holdsAll, slowSeconds }`; no
 * post: the whole site. What is public stays so. Refuses with `forbidden`, `invalid` with its fields, or `postNotFound`.
 */
export async function setBrake(actor: Actor, input: unknown): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = brakeInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { postId, holdsAll, slowSeconds } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result> => {
    if (postId && !(await tx.post.findUnique({ where: { id: postId }, select: { id: true } }))) return { ok: false, error: "postNotFound" };
    // One after the other: two at once would both find no brake of the site.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('brake'))`;
    const [before = OFF] = await tx.brake.findMany({ where: { postId }, select: { holdsAll: true, slowSeconds: true }, take: 1 });
    if (before.holdsAll === holdsAll && before.slowSeconds === slowSeconds) return { ok: true };
    await tx.brake.deleteMany({ where: { postId } });
    if (holdsAll || slowSeconds > 0)
      await tx.brake.create({ data: { postId, holdsAll, slowSeconds, userId: actor.id }, select: { id: true } });
    const subject = postId ? ({ type: "post", id: postId } as const) : ({ type: "setting", id: "brake" } as const);
    await recordAudit(tx, { actorId: actor.id, act: "desk.brake", subject, from: { ...before }, to: { holdsAll, slowSeconds } });
    return { ok: true };
  });
}

const OFF: Braking = { holdsAll: false, slowSeconds: 0 };
