import { privateDb } from "@/lib/db/private";
import { workOff } from "@/lib/jobs/work-off";
import { mailAboutPost } from "@/lib/mail/about-post";
import { MAX_AUTHORS } from "@/lib/posts/schema";

/**
 * The job `mail.sentBack`: tells each author of a post that it came back with a note, while it is still theirs to go on
 * with. Takes the note's id. Throws the first failure, after every author had their turn; whoever was told is not told
 * again (sendMail). Indexes: primary keys, post_author (post_id, position).
 */
export async function mailSentBack({ noteId }: { noteId: string }): Promise<void> {
  const note = await privateDb.postNote.findUnique({ where: { id: noteId }, select: NOTE });
  if (note?.post.status !== "draft") return;
  const { postId, userId: byId, post } = note;
  await workOff(post.authors, ({ userId }) =>
    mailAboutPost({ id: `sent-back.${noteId}.${userId}`, did: "sentBack", postId, byId }, userId),
  );
}

const NOTE = {
  postId: true,
  userId: true,
  post: { select: { status: true, authors: { select: { userId: true }, orderBy: { position: "asc" }, take: MAX_AUTHORS } } },
} as const;
