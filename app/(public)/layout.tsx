import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { getLocale } from "next-intl/server";
import { SiteFrame } from "@/components/public/frame/site-frame";
import { PageHead } from "@/components/ui/page-head";
import { siteAddress, siteFrame, siteSettings } from "@/lib/settings/public";
import "@/components/ui/base.css";
import "@/components/public/first-page.css";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await siteSettings();
  return { metadataBase: new URL(siteAddress("/")), title: name, applicationName: name };
}

/** The browser's own bar has the masthead's colour, by day and by night. */
export async function generateViewport(): Promise<Viewport> {
  return { themeColor: (await siteSettings()).accent };
}

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { head, ...frame } = await siteFrame();
  return (
    <html lang={await getLocale()}>
      <PageHead {...head} />
      <body>
        <SiteFrame {...frame}>{children}</SiteFrame>
      </body>
    </html>
  );
}
