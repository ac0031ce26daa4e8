import type { Metadata } from "next";
import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { siteSettings } from "@/lib/settings/public";
import "@/components/ui/base.css";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const [t, { name }] = await Promise.all([getTranslations("newsroom"), siteSettings()]);
  return { title: { default: `${t("newsroom")} · ${name}`, template: `%s · ${name}` }, robots: { index: false, follow: false } };
}

/** The document of every newsroom page, signed in or not. A script sets `data-theme` on it before React comes. */
export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <PageHead />
      <body>{children}</body>
    </html>
  );
}
