import type { ReactNode } from "react";
import { getLocale } from "next-intl/server";
import "@/components/ui/base.css";

export const dynamic = "force-dynamic";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  );
}
