import { privateDb } from "@/lib/db/private";
import { sendMail } from "@/lib/mail/send";
import { mailTexts } from "@/lib/mail/texts";
import { siteAddress } from "@/lib/settings/public";
import { linkKey } from "@/lib/users/link";

/**
 * The job `mail.passwordReset`: sends the link, if there is one. Takes the link's id; for an address that nobody has
 * there is no row, and nothing is sent. Index: user_token's primary key.
 */
export async function mailPasswordReset({ tokenId }: { tokenId: string }): Promise<void> {
  const link = await privateDb.userToken.findFirst({
    where: { id: tokenId, purpose: "password_reset", usedAt: null, expiresAt: { gt: new Date() } },
    select: { user: { select: { email: true, name: true } } },
  });
  if (!link) return;
  const { t, locale, siteName } = await mailTexts();
  const url = siteAddress(`/admin/reset-password/${linkKey("password_reset", tokenId)}`);
  await sendMail({
    id: `password-reset.${tokenId}`,
    to: link.user.email,
    from: siteName,
    subject: t("passwordReset.subject", { siteName }),
    letter: {
      lang: locale,
      greeting: t("greetingName", { name: link.user.name }),
      paragraphs: [t("passwordReset.body", { siteName }), t("passwordReset.expires")],
      action: { label: t("passwordReset.action"), url },
      footer: t("footer", { siteName }),
    },
  });
}
