import { randomUUID } from "node:crypto";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import type { Tx } from "@/lib/db/private";
import { transact } from "@/lib/db/transact";
import { isId } from "@/lib/posts/editable";
import { lockPost } from "@/lib/posts/current";
import { mayReadPost, mayWritePost, mayWritePosts } from "@/lib/posts/policy";
import { memberTags, translationGroup, type Member } from "@/lib/posts/translation-group";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const translationInput = z.object({
  id: z.string("invalidChoice").refine(isId, "invalidChoice"),
  otherId: z.string("invalidChoice").refine(isId, "invalidChoice"),
  isTranslation: z.boolean("invalidChoice"),
});

/**
 * Says that a post is a translation of another, with all that are translations of either; or takes that other one out
 * of the group. Readers see it at once. Takes `{ id, otherId, isTranslation }`, untrusted: the post that is being
 * written, and the other one. Returns ok, also when it was so already; or `forbidden`, `invalid`, `postNotFound` (also
 * for one that the actor may not see, and for itself), `invalidChoice` for a post and a static page, `sameLanguage`,
 * `languageTaken` when both groups have a language.
 */
export async function setTranslation(actor: Actor, input: unknown): Promise<Result> {
  if (!mayWritePosts(actor)) return { ok: false, error: "forbidden" };
  const parsed = translationInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, otherId, isTranslation } = parsed.data;
  return transact(async (tx): Promise<Result> => {
    await lockTranslations(tx);
    const post = await lockPost(tx, id);
    const other = await visiblePost(tx, actor, otherId);
    if (!post || !other || id === otherId) return { ok: false, error: "postNotFound" };
    if (!mayWritePost(actor, post)) return { ok: false, error: "forbidden" };
    if (post.kind !== other.kind) return { ok: false, error: "invalidChoice" };
    const group = await translationGroup(tx, id);
    const isAlready = group.some((member) => member.id === otherId);
    if (isAlready === isTranslation) return { ok: true };
    const others = await translationGroup(tx, otherId);
    if (isTranslation) {
      const clash = clashOf(id, otherId, group, others);
      if (clash) return { ok: false, error: clash };
      await setGroup(tx, [...group, ...others], randomUUID());
    } else {
      await setGroup(tx, [{ id: otherId }], null);
      if (group.length === 2) await setGroup(tx, [{ id }], null);
    }
    await recordAudit(tx, {
      actorId: actor.id,
      act: isTranslation ? "post.linkTranslation" : "post.unlinkTranslation",
      subject: { type: "post", id },
      to: { otherId },
    });
    await markChanged(tx, ...[...group, ...others].flatMap(memberTags));
    return { ok: true };
  });
}

/** Groups are changed one after another, so that two acts on two posts never wait for each other: an advisory lock before that of any post. */
const LOCK = 505_420_004;

async function lockTranslations(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK}::bigint)`;
}

/** The other post, where the actor may see it: what readers see, and what is the actor's to open. */
async function visiblePost(tx: Tx, actor: Actor, id: string) {
  const post = await tx.post.findUnique({ where: { id }, select: { kind: true, status: true, authors: { select: { userId: true } } } });
  if (!post) return null;
  const authorIds = post.authors.map(({ userId }) => userId);
  return post.status === "published" || mayReadPost(actor, { ...post, authorIds }) ? post : null;
}

function clashOf(id: string, otherId: string, group: Member[], others: Member[]): "sameLanguage" | "languageTaken" | null {
  const clashes = group.flatMap((member) => others.filter(({ lang }) => lang === member.lang).map((other) => [member.id, other.id]));
  if (clashes.some(([one, another]) => one === id && another === otherId)) return "sameLanguage";
  return clashes.length > 0 ? "languageTaken" : null;
}

async function setGroup(tx: Tx, members: { id: string }[], translationGroupId: string | null): Promise<void> {
  await tx.post.updateMany({ where: { id: { in: members.map((member) => member.id) } }, data: { translationGroupId } });
}
