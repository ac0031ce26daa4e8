import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entry } from "@/components/newsroom/entry/entry";
import { Alert, Status } from "@/components/ui/alert";
import { refusedState } from "@/lib/i18n/form-state";
import { refusal } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: refusal() ? t("errorTitle", { title: t("forgotTitle") }) : t("forgotTitle") };
}

/** Asks for a link to a new password; says the same for known and unknown addresses. */
export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  const [t, { name }, { done }] = [await getTranslations("signIn"), await siteSettings(), await searchParams];
  const after = <a href="/admin/sign-in">{t("toSignIn")}</a>;
  const refused = refusal();
  if (!refused && done === "sent")
    return <Entry siteName={name} title={t("forgotTitle")} message={<Status>{t("resetSent")}</Status>} after={after} />;
  const { problem, problems, typed } = refused ? await refusedState(refused, refused.typed) : {};
  return (
    <Entry
      siteName={name}
      title={t("forgotTitle")}
      intro={t("forgotIntro")}
      message={problem && <Alert>{problem}</Alert>}
      action="/api/auth/forgot-password"
      fields={[{ name: "email", label: t("email"), type: "email", autoComplete: "username", required: true }]}
      typed={typed}
      problems={problems}
      submit={t("sendLink")}
      after={after}
    />
  );
}
