import type { Metadata } from "next";
import type { ReactNode } from "react";
import { getLocale } from "next-intl/server";
import { SiteFrame } from "@/components/public/frame/site-frame";
import { siteAddress, siteFrame, siteSettings } from "@/lib/settings/public";
import "@/components/ui/base.css";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await siteSettings();
  return { metadataBase: new URL(siteAddress("/")), applicationName: name, robots: { index: false } };
}

export default async function OwnLayout({ children }: { children: ReactNode }) {
  const frame = await siteFrame();
  return (
    <html lang={await getLocale()}>
      <body>
        <SiteFrame {...frame}>{children}</SiteFrame>
      </body>
    </html>
  );
}
