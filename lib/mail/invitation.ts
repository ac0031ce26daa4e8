import { privateDb } from "@/lib/db/private";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { siteAddress } from "@/lib/settings/public";
import { linkKey } from "@/lib/users/link";

/** The job `mail.invitation`: sends the link, if it still opens something. Takes the link's id. Index: user_token's primary key. */
export async function mailInvitation({ tokenId }: { tokenId: string }): Promise<void> {
  const link = await privateDb.userToken.findFirst({
    where: { id: tokenId, purpose: "invitation", usedAt: null, expiresAt: { gt: new Date() } },
    select: { user: { select: { email: true } } },
  });
  if (!link) return;
  const { t, locale, siteName } = await mailTexts();
  const url = siteAddress(`/admin/invitation/${linkKey("invitation", tokenId)}`);
  await sendMail({
    id: `invitation.${tokenId}`,
    to: link.user.email,
    from: siteName,
    subject: t("invitation.subject", { siteName }),
    letter: {
      lang: locale,
      greeting: t("greeting"),
      paragraphs: [t("invitation.body", { siteName }), t("invitation.expires")],
      action: { label: t("invitation.action"), url },
      footer: t("footer", { siteName }),
    },
  });
}
