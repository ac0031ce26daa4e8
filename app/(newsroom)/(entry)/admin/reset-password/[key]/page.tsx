import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entry } from "@/components/newsroom/entry/entry";
import { Alert } from "@/components/ui/alert";
import { refusedState } from "@/lib/i18n/form-state";
import { refusal } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";
import { linkOwner } from "@/lib/users/own";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: refusal() ? t("errorTitle", { title: t("resetTitle") }) : t("resetTitle") };
}

/** What a password reset link opens. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const [t, { name }, owner] = [await getTranslations("signIn"), await siteSettings(), await linkOwner("password_reset", key)];
  const again = <a href="/admin/forgot-password">{t("forgotTitle")}</a>;
  if (!owner) return <Entry siteName={name} title={t("resetTitle")} message={<Alert>{t("resetExpired")}</Alert>} after={again} />;
  const refused = refusal();
  const { problem, problems } = refused ? await refusedState(refused) : {};
  return (
    <Entry
      siteName={name}
      title={t("resetTitle")}
      intro={t("resetFor", { email: owner.email })}
      message={problem && <Alert>{problem}</Alert>}
      action="/api/auth/reset-password"
      hidden={{ key }}
      fields={[
        {
          name: "password",
          label: t("newPassword"),
          hint: t("passwordHint"),
          type: "password",
          autoComplete: "new-password",
          required: true,
        },
      ]}
      username={owner.email}
      problems={problems}
      submit={t("setPassword")}
    />
  );
}
