import { sitemapPart } from "@/lib/sitemaps/public";

export const dynamic = "force-dynamic";

/** `/sitemap-PART.xml` (next.config.js leads here): one of the site maps that the index names. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const map = await sitemapPart((await params).part);
  if (map === null) return new Response(null, { status: 404 });
  return new Response(map, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
