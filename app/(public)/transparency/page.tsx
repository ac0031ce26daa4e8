import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { ListHead } from "@/components/public/list-head";
import { PeriodList } from "@/components/public/transparency/period-list";
import { periodName } from "@/lib/i18n/transparency-tables";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { publishedPeriods } from "@/lib/transparency/public";

export async function generateMetadata(): Promise<Metadata> {
  const [{ name }, t, site] = await Promise.all([siteSettings(), getTranslations("transparency"), getTranslations("site")]);
  return {
    title: site("titled", { title: t("title"), name }),
    description: t("description", { name }),
    alternates: { canonical: "/transparency" },
  };
}

/** The periods of which the site publishes how it moderated (Regulation (EU) 2022/2065, articles 15 and 24). */
export default async function TransparencyPage() {
  const [{ name }, t, periods] = [await siteSettings(), await getTranslations("transparency"), await publishedPeriods()];
  if (!periods) notFound();
  const steps = [
    { name, path: "/" },
    { name: t("title"), path: "/transparency" },
  ];
  const named = await Promise.all(periods.map(async (period) => ({ code: period.code, name: await periodName(period) })));
  return (
    <>
      <ListHead title={t("title")} description={t("description", { name })} steps={steps} />
      <PeriodList periods={named} empty={t("noneYet")} />
      <BreadcrumbData steps={steps} site={siteAddress("/")} />
    </>
  );
}
