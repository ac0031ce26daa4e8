import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnPage } from "@/components/public/receipt/own-page";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";
import { receiptState, receiptTitle } from "@/lib/i18n/receipt-state";
import { refusal } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipt");
  return { title: await receiptTitle(t("title"), refusal()) };
}

/** For who has no link any more: mails one to everything under an address. Says the same for known and unknown ones. */
export default async function FindPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  const [{ done }, refused] = [await searchParams, refusal()];
  const [t, problems] = [await getTranslations("receipt"), await getTranslations("replies.problems.email")];
  const [wrong] = refused?.fields?.email ?? [];
  const problem = wrong && problems(wrong === "required" || wrong === "tooLong" ? wrong : "invalidEmail");
  return (
    <OwnPage title={t("title")} {...await receiptState(refused, done)}>
      <p>{t("find.lead")}</p>
      <form className={`${form.form} ${form.narrow}`} method="post" action="/api/receipts/find#told">
        <Field
          id="find-email"
          name="email"
          type="email"
          label={t("find.email")}
          hint={t("find.hint")}
          autoComplete="email"
          required
          defaultValue={refused?.typed.email}
          problem={problem}
        />
        <div className={form.actions}>
          <Button tone="primary">{t("find.button")}</Button>
        </div>
      </form>
    </OwnPage>
  );
}
