import { languageOfMailed, languageOfReceipt } from "@/lib/comments/own-language";
import { siteMessages } from "@/lib/i18n/site-messages";
import { previewedPost } from "@/lib/posts/own";
import { languageAt } from "@/lib/posts/public";
import { languageOfReport, languageOfReported } from "@/lib/reports/own-language";
import { siteSettings } from "@/lib/settings/public";

/** The pages that are about one post, by their paths, and how its language is found by the last name in them. */
const ABOUT_A_POST: [path: RegExp, find: (name: string) => Promise<string | null>][] = [
  [/^\/([a-z0-9-]+)$/, languageAt],
  [/^\/receipts\/([\w-]+)(?:\/edit|\/withdraw)?$/, languageOfReceipt],
  [/^\/receipts\/(?:confirm|unsubscribe)\/([\w-]+)$/, languageOfMailed],
  [/^\/report\/([\w-]+)$/, languageOfReported],
  [/^\/receipts\/report\/([\w-]+)$/, languageOfReport],
  [/^\/preview\/([\w-]+)$/, async (key) => (await previewedPost(key, new Date()))?.lang ?? null],
];

/**
 * The messages that a page is made with (`siteMessages`): in the language of the post that it is about, where the
 * settings say so; nothing is read for that where they do not. Lists, and what is about several posts, speak the site's.
 * Takes the page's path, with or without a query.
 */
export async function pageMessages(path: string) {
  const { interfaceFollowsPost } = await siteSettings();
  return siteMessages(interfaceFollowsPost ? await languageOfPage(path) : null);
}

async function languageOfPage(path: string): Promise<string | null> {
  const [plain = ""] = path.split("?", 1);
  for (const [pattern, find] of ABOUT_A_POST) {
    const name = pattern.exec(plain)?.[1];
    if (name) return find(name);
  }
  return null;
}
