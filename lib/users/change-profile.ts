import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb, type Tx } from "@/lib/db/private";
import { invalid, type Refusal, type Result } from "@/lib/result";
import { holdAuthorSlugs, isAuthorSlugTaken } from "@/lib/users/author-slug";
import type { Actor } from "@/lib/users/policy";
import { changeProfileInput } from "@/lib/users/schema";

/**
 * Changes what the newsroom and readers are told of the actor: name, address and words of the author page, picture.
 * Takes the untrusted fields; an empty address means no page. A former address leads on to the new one
 * for good. Returns `invalid` with the fields' codes: `slugTaken` for a colleague's address, present or former,
 * `invalidChoice` for a picture that is not there.
 */
export async function changeProfile(actor: Actor, input: unknown): Promise<Result> {
  const parsed = changeProfileInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { name, bio } = parsed.data;
  const slug = parsed.data.slug || null;
  const pictureId = parsed.data.pictureId || null;
  return privateDb.$transaction(async (tx) => {
    await holdAuthorSlugs(tx);
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { slug: true } });
    if (slug && (await isAuthorSlugTaken(tx, slug, actor.id))) return refused("slug", "slugTaken");
    if (pictureId && !(await tx.media.count({ where: { id: pictureId } }))) return refused("pictureId", "invalidChoice");
    if (before.slug !== slug) await leadOn(tx, actor.id, { from: before.slug, to: slug });
    await tx.user.update({ where: { id: actor.id }, data: { name, slug, bio, pictureId }, select: { id: true } });
    await recordAudit(tx, { actorId: actor.id, act: "user.changeProfile", subject: { type: "user", id: actor.id } });
    const addresses = [before.slug, slug].flatMap((each) => (each ? [tags.noAuthor(each)] : []));
    await markChanged(tx, tags.user(actor.id), ...addresses);
    return { ok: true };
  });
}

async function leadOn(tx: Tx, userId: string, { from, to }: { from: string | null; to: string | null }): Promise<void> {
  if (to) await tx.authorRedirect.deleteMany({ where: { slug: to, userId } });
  if (from) await tx.authorRedirect.create({ data: { slug: from, userId }, select: { slug: true } });
}

function refused(field: string, code: "slugTaken" | "invalidChoice"): Refusal {
  return { ok: false, error: "invalid", fields: { [field]: [code] } };
}
