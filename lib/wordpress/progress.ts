import { createTranslator } from "use-intl/core";
import { siteMessages } from "@/lib/i18n/site-messages";
import type { WordPressExport } from "@/lib/wordpress/export";

/**
 * Says how far the import of an export is, in the site's language, on a line that holds nothing of what is in it and fits
 * into a terminal's. Returns what says it of so many posts that are through, and so many new comments.
 */
export async function progressIn({ posts }: WordPressExport) {
  const t = createTranslator({ ...(await siteMessages()), namespace: "import" });
  return ({ done, comments }: { done: number; comments: number }) => t("progress", { done, posts: posts.length, comments });
}
