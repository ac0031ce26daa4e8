import { commentPath } from "@/lib/comments/address";
import { goingOn, isSeen, letterAbout } from "@/lib/mail/own-letter";
import { mailReader } from "@/lib/mail/mail-reader";
import { endOfSubscription } from "@/lib/mail/way-out";
import { siteAddress } from "@/lib/settings/public";

/**
 * The job `mail.published`: tells the author of a comment that it is public, if they asked and it still is. Takes the
 * subscription's id and the comment's. Once a subscription, however often the decision is taken back and made again.
 */
export async function mailPublished({ subscriptionId, commentId }: { subscriptionId: string; commentId: string }): Promise<void> {
  const [wished, about] = [await goingOn(subscriptionId), await letterAbout(commentId)];
  if (!wished || !about || !isSeen(about)) return;
  await mailReader(about.reader, endOfSubscription(subscriptionId), ({ t, siteName }) => ({
    id: `published.${subscriptionId}`,
    subject: t("published.subject", { siteName }),
    paragraphs: [t("published.body", { title: about.post.title })],
    action: { label: t("published.action"), url: siteAddress(commentPath(about.post.slug, commentId)) },
  }));
}
