import { tags } from "@/lib/cache/tags";
import { isOutage } from "@/lib/db/errors";
import { publicDb } from "@/lib/db/public";
import { logError } from "@/lib/log";
import type { PostCard } from "@/lib/posts/cards";
import { dependsOn } from "@/lib/server/bridge";
import { shared } from "@/lib/shared";

const MOST_PAGES = 50;

/** A static page as the footer links it. */
export type PageLink = Pick<PostCard, "id" | "slug" | "lang" | "title">;

const lastPages = shared("posts.lastPages", () => ({ links: [] as PageLink[] }));

/**
 * The static pages, in the order of their publication, for the footer. While the database is away, those that were
 * read last: the pages that say so have a footer too. Index: post_pages. Shows: the list of pages, each page.
 */
export async function publishedPages(): Promise<PageLink[]> {
  try {
    lastPages.links = await publicDb.$queryRaw<PageLink[]>`
      select id, slug, lang, title from post where status = 'published' and kind = 'page' order by published_at, id limit ${MOST_PAGES}`;
  } catch (error) {
    if (!isOutage(error)) throw error;
    logError("static pages not read", error);
  }
  dependsOn(tags.pages(), ...lastPages.links.map(({ id }) => tags.post(id)));
  return lastPages.links;
}
