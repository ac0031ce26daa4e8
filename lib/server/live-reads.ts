import { createTranslator } from "use-intl/core";
import { openThreads, visibleComments } from "@/lib/comments/open-threads";
import { messagesOf } from "@/lib/i18n/messages";
import type { LiveReads } from "@/lib/server/live-replies";
import { siteSettings } from "@/lib/settings/public";

/** Where open pages' news come from: the public reads, and the sentence in the site's language. */
export const liveReads: LiveReads = {
  threads: openThreads,
  visible: visibleComments,
  phrase: async () => {
    const { locale, timeZone } = await siteSettings();
    const t = createTranslator({ locale, timeZone, messages: messagesOf(locale), namespace: "live" });
    return (count) => t("news", { count });
  },
};
