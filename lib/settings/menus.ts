import { isOutage } from "@/lib/db/errors";
import { logError } from "@/lib/log";
import { publishedPages, type PageLink } from "@/lib/posts/public";
import type { MenuItem } from "@/lib/settings/arrangement";
import { shared } from "@/lib/shared";
import { categoryLinks, type TaxonomyLink } from "@/lib/taxonomy/public";

/** A link of a menu; `lang` where its text is in another language than the site's. */
export interface MenuLink {
  href: string;
  label: string;
  lang?: string;
}

const last = shared("settings.lastCategories", () => ({ links: [] as (TaxonomyLink & { id: string })[] }));

/**
 * Menus as readers see them: pages that are public and categories that are there, in the menu's order. While the
 * database is away, as they were read last: the pages that say so have menus too. Takes the stored menus. Indexes, and
 * what they show: those of `publishedPages` and `categoryLinks`.
 */
export async function readMenus(header: MenuItem[], footer: MenuItem[]): Promise<{ header: MenuLink[]; footer: MenuLink[] }> {
  const pages = await publishedPages();
  const categories = await categoriesIn([...header, ...footer]);
  const linked = (items: MenuItem[]) => items.flatMap((item) => linkOf(item, pages, categories));
  return { header: linked(header), footer: footer.length > 0 ? linked(footer) : pages.map(pageLink) };
}

async function categoriesIn(items: MenuItem[]): Promise<(TaxonomyLink & { id: string })[]> {
  const ids = items.flatMap((item) => (item.kind === "category" ? [item.id] : []));
  try {
    last.links = await categoryLinks(ids);
  } catch (error) {
    if (!isOutage(error)) throw error;
    logError("menus not read", error);
  }
  return last.links;
}

function linkOf(item: MenuItem, pages: PageLink[], categories: (TaxonomyLink & { id: string })[]): MenuLink[] {
  if (item.kind === "address") return [{ href: item.href, label: item.label }];
  if (item.kind === "page") return pages.filter(({ id }) => id === item.id).map(pageLink);
  return categories.filter(({ id }) => id === item.id).map(({ name, slug }) => ({ href: `/category/${slug}`, label: name }));
}

function pageLink({ slug, title, lang }: PageLink): MenuLink {
  return { href: `/${slug}`, label: title, lang };
}
