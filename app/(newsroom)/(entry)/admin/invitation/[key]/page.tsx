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
  return { title: refusal() ? t("errorTitle", { title: t("welcome") }) : t("welcome") };
}

/** What an invitation opens: the colleague chooses name and password. */
export default async function InvitationPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const [t, roles, { name }, owner] = [
    await getTranslations("signIn"),
    await getTranslations("newsroom.roles"),
    await siteSettings(),
    await linkOwner("invitation", key),
  ];
  if (!owner)
    return (
      <Entry
        siteName={name}
        title={t("welcome")}
        message={<Alert>{t("invitationExpired")}</Alert>}
        after={<a href="/admin/sign-in">{t("toSignIn")}</a>}
      />
    );
  const refused = refusal();
  const { problem, problems, typed } = refused ? await refusedState(refused, refused.typed) : {};
  return (
    <Entry
      siteName={name}
      title={t("welcome")}
      intro={t("invitedAs", { email: owner.email, role: roles(owner.role) })}
      message={problem && <Alert>{problem}</Alert>}
      action="/api/auth/invitation"
      hidden={{ key }}
      fields={[
        { name: "name", label: t("name"), hint: t("nameHint"), autoComplete: "name", required: true },
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
      typed={typed}
      problems={problems}
      submit={t("accept")}
    />
  );
}
