import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entry } from "@/components/newsroom/entry/entry";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";
import { currentActor } from "@/lib/auth";
import { refusal } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";
import { callbackPath } from "@/lib/users/callback-path";

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; done?: string | string[] }>;
}

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
  return (
    <Entry siteName={name} title={t("title")} after={<a href="/admin/forgot-password">{t("forgot")}</a>}>
      {refused && <Alert>{t(refused.error === "tooMany" ? "tooMany" : refused.error === "signInFailed" ? "failed" : "unreadable")}</Alert>}
      {!refused && done === "password" && <Status>{t("passwordSet")}</Status>}
      <form method="post" action="/api/auth/sign-in" className={form.form}>
        <input type="hidden" name="callbackUrl" value={callbackPath(callbackUrl)} />
        <Field label={t("email")} type="email" name="email" autoComplete="username" required defaultValue={refused?.typed.email} />
        <Field label={t("password")} type="password" name="password" autoComplete="current-password" required />
        <Button tone="primary">{t("signIn")}</Button>
      </form>
    </Entry>
  );
}
