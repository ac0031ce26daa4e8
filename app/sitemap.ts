import type { MetadataRoute } from "next";
import { postsOfSitemap, publishedPages } from "@/lib/posts/public";
import { siteAddress } from "@/lib/settings/public";
import { categoriesOfSitemap } from "@/lib/taxonomy/public";

export const dynamic = "force-dynamic";

/** `/sitemap.xml`: the front page, the static pages, the categories and the newest posts, within the 50,000 of sitemaps.org. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [posts, pages, categories] = await Promise.all([postsOfSitemap(), publishedPages(), categoriesOfSitemap()]);
  return [
    { url: siteAddress("/") },
    ...pages.map(({ slug }) => ({ url: siteAddress(`/${slug}`) })),
    ...categories.map(({ slug }) => ({ url: siteAddress(`/category/${slug}`) })),
    ...posts.map(({ slug, changedAt }) => ({ url: siteAddress(`/${slug}`), lastModified: changedAt })),
  ];
}
