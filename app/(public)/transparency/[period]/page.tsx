import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { ListHead } from "@/components/public/list-head";
import { ReportTables } from "@/components/public/transparency/report-tables";
import { periodName, reportTables } from "@/lib/i18n/transparency-tables";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { publishedReport } from "@/lib/transparency/public";

interface ReportPageProps {
  params: Promise<{ period: string }>;
}

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { period: code } = await params;
  const [report, { name }, t, site] = await Promise.all([
    publishedReport(code),
    siteSettings(),
    getTranslations("transparency"),
    getTranslations("site"),
  ]);
  if (!report) return {};
  const title = t("titled", { period: await periodName(report.period) });
  return {
    title: site("titled", { title, name }),
    description: t("description", { name }),
    alternates: { canonical: `/transparency/${code}` },
  };
}

/** How the site moderated in a period that is over, in numbers. */
export default async function ReportPage({ params }: ReportPageProps) {
  const { period: code } = await params;
  const [report, { name }, t] = [await publishedReport(code), await siteSettings(), await getTranslations("transparency")];
  if (!report) notFound();
  const [title, path] = [await periodName(report.period), `/transparency/${code}`];
  const steps = [
    { name, path: "/" },
    { name: t("title"), path: "/transparency" },
    { name: title, path },
  ];
  return (
    <>
      <ListHead title={t("titled", { period: title })} description={t("description", { name })} steps={steps} />
      <ReportTables
        tables={await reportTables(report.figures)}
        files={(["csv", "json"] as const).map((format) => ({ href: `${path}/report.${format}`, label: t(`files.${format}`) }))}
        texts={{ files: t("asFile") }}
      />
      <BreadcrumbData steps={steps} site={siteAddress("/")} />
    </>
  );
}
