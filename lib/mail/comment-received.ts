import { config } from "@/lib/config";
import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";

/** Whose work the waiting replies are; editors and administrators see the count at their desk. */
const TOLD: Role[] = ["moderator"];
const MAX_TOLD = 50;

/**
 * The job `mail.commentReceived`: tells the moderators that a reply waits, if it still does. Takes the comment's id.
 * The mail holds nothing of the reader's: what is erased later must not live on in mailboxes.
 */
export async function mailCommentReceived({ commentId }: { commentId: string }): Promise<void> {
  const comment = await privateDb.comment.findFirst({
    where: { id: commentId, status: "pending" },
    select: { post: { select: { title: true } } },
  });
  if (!comment) return;
  const told = await privateDb.user.findMany({
    where: { role: { in: TOLD }, deactivatedAt: null, passwordHash: { not: null } },
    select: { id: true, email: true, name: true },
    take: MAX_TOLD,
  });
  const { t, locale, siteName } = await mailTexts();
  const url = new URL("/admin/comments?status=pending", config().SITE_URL).href;
  for (const { id, email, name } of told) {
    await sendMail({
      id: `comment.${commentId}.${id}`,
      to: email,
      from: siteName,
      subject: t("commentReceived.subject", { siteName }),
      letter: {
        lang: locale,
        greeting: t("greetingName", { name }),
        paragraphs: [t("commentReceived.body", { title: comment.post.title })],
        action: { label: t("commentReceived.action"), url },
        footer: t("footer", { siteName }),
      },
    });
  }
}
