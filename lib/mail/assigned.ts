import { privateDb } from "@/lib/db/private";
import { mailAboutPost } from "@/lib/mail/about-post";

/**
 * The job `mail.assigned`: tells somebody that a post was assigned to them, if it still is. Takes the ledger's row of the
 * assignment, so that who is assigned again later is told again. Indexes: primary keys.
 */
export async function mailAssigned({ eventId }: { eventId: string }): Promise<void> {
  const event = await privateDb.auditEvent.findUnique({ where: { id: eventId }, select: { actorId: true, subjectId: true, to: true } });
  if (!event?.actorId) return;
  const { actorId, subjectId: postId, to } = event;
  const post = await privateDb.post.findUnique({ where: { id: postId }, select: { assigneeId: true } });
  if (!post?.assigneeId || !isAssignmentTo(post.assigneeId, to)) return;
  await mailAboutPost({ id: `assigned.${eventId}`, did: "assigned", postId, byId: actorId }, post.assigneeId);
}

function isAssignmentTo(userId: string, to: unknown): boolean {
  return typeof to === "object" && to !== null && "assigneeId" in to && to.assigneeId === userId;
}
