import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { openEmail } from "@/lib/comments/contact";
import { lockComment, moveComment } from "@/lib/comments/move";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb, type Tx } from "@/lib/db/private";
import { sealContents, type Contents } from "@/lib/evidence/contents";
import { evidenceUntil } from "@/lib/evidence/policy";
import { newId } from "@/lib/ids";
import { invalid, type Result } from "@/lib/result";
import type { Actor } from "@/lib/users/policy";

const freezeInput = z.object({ id: z.uuid("notFound") });

/**
 * Freezes a reply that points to a danger to life or safety, so that the authorities can be informed with all that the
 * site knows (Regulation (EU) 2022/2065, article 18): a sealed copy that nothing done to the reply later touches. A public one
 * goes off the page and waits: its author is told why when it is decided on, so that nobody is warned before the
 * police know. Takes untrusted `{ id }`, the reply's. Done before, it is done. Refuses with `forbidden`, `invalid`,
 * `notFound`, or `withdrawn` (nothing is left of it). Indexes: evidence (comment_id), the primary keys.
 */
export async function freezeReply(actor: Actor, input: unknown, now = new Date()): Promise<Result> {
  if (!mayModerate(actor)) return { ok: false, error: "forbidden" };
  const parsed = freezeInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id } = parsed.data;
  return privateDb.$transaction(async (tx): Promise<Result> => {
    const comment = await lockComment(tx, id);
    if (!comment) return { ok: false, error: "notFound" };
    if (await tx.evidence.count({ where: { commentId: id } })) return { ok: true };
    if (comment.withdrawnAt) return { ok: false, error: "withdrawn" };
    const evidenceId = newId();
    const by = { actorId: actor.id };
    const eventId = await recordAudit(tx, { ...by, act: "comment.freeze", subject: { type: "comment", id } });
    const sealed = sealContents(evidenceId, await contentsOf(tx, id));
    await tx.evidence.create({
      data: { id: evidenceId, commentId: id, sealed, eventId, createdAt: now, keptUntil: evidenceUntil(now) },
      select: { id: true },
    });
    if (comment.status === "approved") await moveComment(tx, by, comment, "pending", "comment.unapprove", "danger");
    return { ok: true };
  });
}

async function contentsOf(tx: Tx, id: string): Promise<Contents> {
  const { contact, post, parent, createdAt, editedAt, edits, ...said } = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      body: true,
      website: true,
      status: true,
      createdAt: true,
      editedAt: true,
      post: { select: { title: true, slug: true } },
      parent: { select: { body: true } },
      // Also those that were taken back: its author may have changed since what came back.
      edits: { select: { before: true, at: true }, orderBy: { at: "asc" } },
      contact: { select: { emailSealed: true, ipPrefix: true, userAgent: true } },
    },
  });
  return {
    ...said,
    email: contact && openEmail(contact.emailSealed),
    ipPrefix: contact?.ipPrefix ?? null,
    userAgent: contact?.userAgent ?? null,
    sentAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    edits: edits.flatMap(({ before, at }) => (before === said.body ? [] : [{ before, at: at.toISOString() }])),
    article: { title: post.title, path: `/${post.slug}` },
    answers: parent?.body ?? null,
  };
}
