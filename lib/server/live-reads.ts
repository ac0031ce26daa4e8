import { createTranslator } from "use-intl/core";
import { openThreads, visibleComments } from "@/lib/comments/open-threads";
import { siteMessages } from "@/lib/i18n/site-messages";
import type { LiveReads } from "@/lib/server/live-replies";

/** Where open pages' news come from: the public reads, and the sentence in the site's language. */
export const liveReads: LiveReads = {
  threads: openThreads,
  visible: visibleComments,
  phrase: async () => {
    const t = createTranslator({ ...(await siteMessages()), namespace: "live" });
    return (count) => t("news", { count });
  },
};
