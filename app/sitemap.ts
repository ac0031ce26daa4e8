import type { MetadataRoute } from "next";
import { postsOfSitemap, publishedPages } from "@/lib/posts/public";
import { siteAddress } from "@/lib/settings/public";

export const dynamic = "force-dynamic";

/** `/sitemap.xml`: the front page, the static pages and the newest posts, within the 50,000 of sitemaps.org. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [posts, pages] = await Promise.all([postsOfSitemap(), publishedPages()]);
  return [
    { url: siteAddress("/") },
    ...pages.map(({ slug }) => ({ url: siteAddress(`/${slug}`) })),
    ...posts.map(({ slug, updatedAt }) => ({ url: siteAddress(`/${slug}`), lastModified: updatedAt })),
  ];
}
