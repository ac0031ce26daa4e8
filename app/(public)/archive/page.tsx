import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveMonths } from "@/components/public/archive-months";
import { BreadcrumbData } from "@/components/public/breadcrumb-data";
import { EmptyPosts } from "@/components/public/empty-posts";
import { ListHead } from "@/components/public/list-head";
import { feedLinks } from "@/lib/feeds/public";
import { archiveMonths } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";

export async function generateMetadata(): Promise<Metadata> {
  const [{ name }, t, archive] = await Promise.all([siteSettings(), getTranslations("site"), getTranslations("archive")]);
  const description = archive("description", { name });
  return {
    title: t("titled", { title: t("archive"), name }),
    description,
    alternates: { canonical: "/archive", types: await feedLinks() },
    openGraph: { type: "website", title: t("archive"), description, url: siteAddress("/archive"), siteName: name },
  };
}

/** Every month in which something was published, by the site's clocks, with the number of posts. */
export default async function ArchivePage() {
  const [{ name, timeZone, locale }, t] = await Promise.all([siteSettings(), getTranslations("site")]);
  const months = await archiveMonths(timeZone);
  const steps = [
    { name, path: "/" },
    { name: t("archive"), path: "/archive" },
  ];
  return (
    <>
      <ListHead title={t("archive")} steps={steps} />
      {months.length > 0 ? <ArchiveMonths months={months} lang={locale} /> : <EmptyPosts />}
      <BreadcrumbData steps={steps} site={siteAddress("/")} />
    </>
  );
}
