import { sitemapIndex } from "@/lib/sitemaps/public";

export const dynamic = "force-dynamic";

/** `/sitemap.xml`: the index of the site maps (CONTRACT.md 3). */
export async function GET(): Promise<Response> {
  return new Response(await sitemapIndex(), { headers: { "content-type": "application/xml; charset=utf-8" } });
}
