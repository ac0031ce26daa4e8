import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/public/notice";
import { WaysOn } from "@/components/public/ways-on";
import { newestPosts } from "@/lib/posts/public";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return { title: t("missing"), robots: { index: false } };
}

/** What every unknown address is answered with, under 404 (lib/server/refuse). */
export default async function MissingPage() {
  const t = await getTranslations("site");
  return (
    <>
      <Notice title={t("missing")}>
        <p>{t("missingHint")}</p>
      </Notice>
      <WaysOn posts={await newestPosts()} />
    </>
  );
}
