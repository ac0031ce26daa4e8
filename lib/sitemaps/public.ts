import { picturePath } from "@/lib/media/shown";
import { newsPosts, sitemapMonths, sitemapPosts, type MappedPost } from "@/lib/posts/mapped";
import { alternatesOf, publishedPages } from "@/lib/posts/public";
import { siteAddress, siteSettings } from "@/lib/settings/public";
import { indexOf, newsLanguage, urlSet, type MappedAddress } from "@/lib/sitemaps/write";
import { categoriesOfSitemap } from "@/lib/taxonomy/public";
import { publishedPeriods } from "@/lib/transparency/public";

/** `/sitemap.xml`: where the site maps are that hold anything. Indexes, and what it shows: settings, categories, and those of `sitemapMonths`. */
export async function sitemapIndex(): Promise<string> {
  const [{ months, hasNews }, categories] = await Promise.all([sitemapMonths(), categoriesOfSitemap(), siteSettings()]);
  const posts = months.flatMap(({ month, parts }) =>
    Array.from({ length: parts }, (_, at) => `posts-${month}${at === 0 ? "" : `-${at + 1}`}`),
  );
  const named = ["pages", ...(categories.length > 0 ? ["categories"] : []), ...(hasNews ? ["news"] : []), ...posts];
  return indexOf(named.map((part) => siteAddress(`/sitemap-${part}.xml`)));
}

const POSTS = /^posts-(\d{4}-\d\d)(?:-([1-9]\d{0,5}))?$/;

/** One site map, or null where there is none. Takes its name: `pages`, `categories`, `news`, `posts-2026-11`, `posts-2026-11-2`. Indexes, and what it shows: those of the reads. */
export async function sitemapPart(name: string): Promise<string | null> {
  if (name === "pages") return pages();
  if (name === "categories") return categories();
  if (name === "news") return news();
  const [, month, part = "1"] = POSTS.exec(name) ?? [];
  const posts = month ? await sitemapPosts(month, Number(part)) : null;
  if (!posts) return null;
  const { locale } = await siteSettings();
  return urlSet(posts.map((post) => postAddress(post, locale)));
}

async function pages(): Promise<string> {
  const [all, reports] = await Promise.all([publishedPages(), publishedPeriods()]);
  const ownPaths = ["/", "/archive", ...(reports ? ["/transparency", ...reports.map(({ code }) => `/transparency/${code}`)] : [])];
  return urlSet([...ownPaths, ...all.map(({ slug }) => `/${slug}`)].map((path) => address({ path })));
}

async function categories(): Promise<string> {
  const all = await categoriesOfSitemap();
  return urlSet(all.map(({ slug }) => address({ path: `/category/${slug}` })));
}

async function news(): Promise<string> {
  const [posts, { name }] = await Promise.all([newsPosts(), siteSettings()]);
  return urlSet(
    posts.map(({ slug, lang, title, publishedAt }) => ({
      url: siteAddress(`/${slug}`),
      news: { name, language: newsLanguage(lang), publishedAt, title },
    })),
  );
}

function address({ path }: { path: string }): MappedAddress {
  return { url: siteAddress(path) };
}

function postAddress({ slug, changedAt, pictures, versions }: MappedPost, locale: string): MappedAddress {
  const alternates = alternatesOf(versions, locale);
  return {
    url: siteAddress(`/${slug}`),
    changedAt,
    // A version that stood elsewhere first is none of them.
    alternates: alternates.some(([, path]) => path === `/${slug}`)
      ? alternates.map(([lang, path]) => ({ lang, url: siteAddress(path) }))
      : [],
    pictures: pictures.map((picture) => siteAddress(picturePath(picture, picture.widths.at(-1) ?? 0, "jpg"))),
  };
}
