import { aboutComment, asksService, callService } from "@/lib/comments/checks/service";
import type { Fired } from "@/lib/comments/checks/check";
import { addCheck } from "@/lib/comments/checks/store";
import { lockComment } from "@/lib/comments/move";
import { reconsider } from "@/lib/comments/settle";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";

const VERDICTS: Record<string, Fired> = {
  true: { rule: "service", score: 10 },
  false: { rule: "service", score: -2 },
};

/**
 * The job `comment.ask`: asks the service that the settings name about a comment, once, notes its verdict, and lets the
 * site's rules decide again: until then the comment waits. Takes the comment's id. A service that fails is noted too,
 * which holds the comment, and thrown on, so that the job is tried again; the verdict then takes the note's place.
 */
export async function askService({ commentId }: { commentId: string }): Promise<void> {
  const settings = await currentSettings(privateDb);
  const about = asksService(settings) ? await aboutComment(commentId) : null;
  if (!about || (await isNoted(commentId, "service"))) return;
  try {
    const answer = await callService(settings, "comment-check", about);
    const verdict = VERDICTS[answer];
    if (!verdict) throw new Error("the service gave no verdict");
    await note(commentId, verdict);
  } catch (error) {
    if (!(await isNoted(commentId, "serviceFailed"))) await note(commentId, { rule: "serviceFailed", score: 0 });
    throw error;
  }
}

async function isNoted(commentId: string, rule: Fired["rule"]): Promise<boolean> {
  return (await privateDb.commentCheck.count({ where: { commentId, rule } })) > 0;
}

async function note(commentId: string, fired: Fired): Promise<void> {
  await privateDb.$transaction(async (tx) => {
    if (!(await lockComment(tx, commentId))) return;
    await tx.commentCheck.deleteMany({ where: { commentId, rule: "serviceFailed" } });
    await addCheck(tx, commentId, fired);
    await reconsider(tx, commentId);
  });
}
