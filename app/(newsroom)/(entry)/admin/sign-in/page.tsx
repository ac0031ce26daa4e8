import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entry } from "@/components/newsroom/entry/entry";
import { Alert, Status } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { currentActor } from "@/lib/auth";
import { signInProvider } from "@/lib/config";
import type { ErrorCode } from "@/lib/result";
import { refusal } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";
import { callbackPath } from "@/lib/users/callback-path";

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; done?: string | string[] }>;
}

const PROBLEMS: Partial<Record<ErrorCode, "tooMany" | "failed" | "expired">> = {
  tooMany: "tooMany",
  signInFailed: "failed",
  signInExpired: "expired",
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: refusal() ? t("errorTitle", { title: t("title") }) : t("title") };
}

/** The way into the newsroom (CONTRACT.md 13): a plain form, which works without any script. */
export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, done } = await searchParams;
  const refused = refusal();
  if (!refused && (await currentActor())) redirect(callbackPath(callbackUrl));
  const [t, { name }] = await Promise.all([getTranslations("signIn"), siteSettings()]);
  const provider = signInProvider();
  const isProviderRefused = provider !== null && done === "provider";
  const problem = isProviderRefused
    ? t("providerFailed", { provider: provider.name })
    : refused && t(PROBLEMS[refused.error] ?? "unreadable");
  return (
    <Entry
      siteName={name}
      title={t("title")}
      action="/api/auth/sign-in"
      hidden={{ callbackUrl: callbackPath(callbackUrl) }}
      message={problem ? <Alert>{problem}</Alert> : done === "password" ? <Status>{t("passwordSet")}</Status> : null}
      fields={[
        { name: "email", label: t("email"), type: "email", autoComplete: "username", required: true },
        { name: "password", label: t("password"), type: "password", autoComplete: "current-password", required: true },
      ]}
      typed={refused?.typed}
      submit={t("signIn")}
      alternative={
        provider && (
          <ButtonLink href={`/api/auth/provider?callbackUrl=${encodeURIComponent(callbackPath(callbackUrl))}`}>
            {t("signInBy", { provider: provider.name })}
          </ButtonLink>
        )
      }
      after={<a href="/admin/forgot-password">{t("forgot")}</a>}
    />
  );
}
