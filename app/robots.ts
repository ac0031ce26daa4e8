import type { MetadataRoute } from "next";
import { siteAddress } from "@/lib/settings/public";

export const dynamic = "force-dynamic";

/** `/robots.txt`: everything may be read but the newsroom (CONTRACT.md 3). */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/admin", "/api/"] }, sitemap: siteAddress("/sitemap.xml") };
}
