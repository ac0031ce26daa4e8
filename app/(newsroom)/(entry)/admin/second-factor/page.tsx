import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entry } from "@/components/newsroom/entry/entry";
import { Alert } from "@/components/ui/alert";
import { currentChallenge } from "@/lib/auth";
import { refusal } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";
import { callbackPath, signInPath } from "@/lib/users/callback-path";
import { isChallenged } from "@/lib/users/own";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: refusal() ? t("errorTitle", { title: t("secondTitle") }) : t("secondTitle") };
}

/** The second step of signing in, for who has a second factor. Who did not take the first is led there. */
export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string | string[] }> }) {
  const { callbackUrl } = await searchParams;
  if (!isChallenged(await currentChallenge())) redirect(signInPath(callbackUrl));
  const [t, { name }] = await Promise.all([getTranslations("signIn"), siteSettings()]);
  const refused = refusal();
  const problem = refused && t(refused.error === "tooMany" ? "tooMany" : refused.error === "codeWrong" ? "codeFailed" : "unreadable");
  return (
    <Entry
      siteName={name}
      title={t("secondTitle")}
      intro={t("secondIntro")}
      action="/api/auth/second-factor"
      hidden={{ callbackUrl: callbackPath(callbackUrl) }}
      message={problem ? <Alert>{problem}</Alert> : null}
      fields={[{ name: "code", label: t("code"), hint: t("codeHint"), autoComplete: "one-time-code", required: true }]}
      submit={t("goOn")}
      after={<a href={signInPath(callbackUrl)}>{t("otherAccount")}</a>}
    />
  );
}
