import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/public/notice";
import { REQUEST_ID_PLACE } from "@/lib/server/bridge";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return { title: t("failed"), robots: { index: false } };
}

/** What a defect is answered with, under 500 (lib/server/refuse); the server writes the request's id in its place. */
export default async function FailedPage() {
  const t = await getTranslations("site");
  return (
    <Notice title={t("failed")}>
      <p>{t("failedHint")}</p>
      <p>{t("failedRequest", { id: REQUEST_ID_PLACE })}</p>
      <p>
        <a href="/">{t("toFrontPage")}</a>
      </p>
    </Notice>
  );
}
