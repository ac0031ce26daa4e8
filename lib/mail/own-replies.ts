import { addressKey } from "@/lib/comments/mail/key";
import { letterAbout } from "@/lib/mail/own-letter";
import { mailReader } from "@/lib/mail/mail-reader";
import { endOfAll } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";

/**
 * The job `mail.ownReplies`: sends a link to everything under the address of a comment, to that address. Takes the
 * comment's id (of none, where somebody asked for an address that nobody has), and the request's.
 */
export async function mailOwnReplies({ commentId, requestId }: { commentId: string; requestId: string }): Promise<void> {
  const about = await letterAbout(commentId);
  if (!about) return;
  await mailReader({ to: about.reader.to }, endOfAll(about.emailHash), ({ t, siteName }) => ({
    id: `own-replies.${requestId}`,
    subject: t("ownReplies.subject", { siteName }),
    paragraphs: [t("ownReplies.body", { siteName }), t("ownReplies.expires")],
    action: { label: t("ownReplies.action"), url: siteAddress(`/receipts/address/${addressKey(about.emailHash, new Date())}`) },
  }));
}
