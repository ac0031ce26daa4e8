import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { SecondFactor } from "@/components/newsroom/account/second-factor";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { ownAccount } from "@/lib/users/newsroom";
import { changeSecondFactor } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("second") };
}

/** The second factor of one's account: a code of an app on the phone, beside the password. */
export default async function SecondFactorPage() {
  const actor = await requireActor();
  const [t, users, format] = [await getTranslations("account"), await getTranslations("users"), await getFormatter()];
  const { email, totpSince, codesLeft } = await ownAccount(actor);
  const state = totpSince
    ? t("secondIsOn", { since: format.dateTime(totpSince, { dateStyle: "long" }), count: codesLeft })
    : t("secondIsOff");
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/account">{users("account")}</ButtonLink>}>{t("second")}</PageTitle>
      <Part title={t("secondHow")} intro={t("secondIntro")}>
        <SecondFactor
          isOn={totpSince !== null}
          username={email}
          action={changeSecondFactor}
          texts={{
            current: users("currentPassword"),
            code: t("code"),
            firstCodeHint: t("firstCodeHint"),
            codeHint: t("codeHint"),
            setUp: t("setUp"),
            qr: t("qr"),
            scan: t("scan"),
            secret: t("secret"),
            turnOn: t("turnOn"),
            newCodes: t("newCodes"),
            turnOff: t("turnOff"),
            codes: t("codes"),
            codesHint: t("codesHint"),
            state,
          }}
        />
      </Part>
    </>
  );
}
