import { element, xmlDocument } from "@/lib/xml";

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const EXTENSIONS = {
  "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
  "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
  "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
};

/** An address in a site map, with what is told of it; all addresses are whole. */
export interface MappedAddress {
  url: string;
  changedAt?: Date;
  pictures?: string[];
  /** Its versions in all languages, itself among them, and `x-default` (Google, "Tell Google about localized versions"). */
  alternates?: { lang: string; url: string }[];
  /** For Google News. The language as that wants it (`newsLanguage`). */
  news?: { name: string; language: string; publishedAt: Date; title: string };
}

/** A site map of site maps (sitemaps.org, "Using Sitemap index files"). Takes their whole addresses. */
export function indexOf(urls: string[]): string {
  return xmlDocument(element("sitemapindex", { xmlns: SITEMAP }, ...urls.map((url) => element("sitemap", {}, element("loc", {}, url)))));
}

/** A site map (sitemaps.org, with Google's extensions for languages, pictures and news). */
export function urlSet(addresses: MappedAddress[]): string {
  return xmlDocument(element("urlset", { xmlns: SITEMAP, ...EXTENSIONS }, ...addresses.map(urlOf)));
}

function urlOf({ url, changedAt, pictures = [], alternates = [], news }: MappedAddress) {
  return element(
    "url",
    {},
    element("loc", {}, url),
    changedAt && element("lastmod", {}, changedAt.toISOString()),
    ...alternates.map(({ lang, url }) => element("xhtml:link", { rel: "alternate", hreflang: lang, href: url })),
    ...pictures.map((picture) => element("image:image", {}, element("image:loc", {}, picture))),
    news && newsOf(news),
  );
}

function newsOf({ name, language, publishedAt, title }: NonNullable<MappedAddress["news"]>) {
  return element(
    "news:news",
    {},
    element("news:publication", {}, element("news:name", {}, name), element("news:language", {}, language)),
    element("news:publication_date", {}, publishedAt.toISOString()),
    element("news:title", {}, title),
  );
}

/** A language as Google News names it: two or three letters, and Chinese by its script. Takes a BCP 47 language. */
export function newsLanguage(lang: string): string {
  const { language, script } = new Intl.Locale(lang).maximize();
  return language === "zh" ? (script === "Hant" ? "zh-tw" : "zh-cn") : language;
}
