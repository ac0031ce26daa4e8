import { aboutComment, asksService, callService } from "@/lib/comments/checks/service";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";

/**
 * The job `comment.report`: tells the service that the settings name that a moderator judged otherwise than it did.
 * Takes the comment's id and whether it is spam. Throws when the service does not take it: the job is tried again.
 */
export async function reportVerdict({ commentId, isSpam }: { commentId: string; isSpam: boolean }): Promise<void> {
  const settings = await currentSettings(privateDb);
  const about = asksService(settings) ? await aboutComment(commentId) : null;
  if (about) await callService(settings, isSpam ? "submit-spam" : "submit-ham", about);
}
