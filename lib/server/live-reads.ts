import { createTranslator } from "use-intl/core";
import { newestWaiting } from "@/lib/comments/desk/waiting";
import { openThreads, visibleComments } from "@/lib/comments/thread/open";
import { messagesByPost } from "@/lib/i18n/site-messages";
import type { DeskReads } from "@/lib/server/live-desk";
import type { LiveReads } from "@/lib/server/live-replies";
import { namesOf } from "@/lib/users/names";

/** Where open pages' news come from: the public reads, and the sentence, in the language of the page around it. */
export const liveReads: LiveReads = {
  threads: openThreads,
  visible: visibleComments,
  phrase: async () => {
    const messages = await messagesByPost();
    return (count, lang) => createTranslator({ ...messages(lang), namespace: "live" })("news", { count });
  },
};

/** Where open desks' news come from. */
export const deskReads: DeskReads = {
  names: namesOf,
  newestWaiting: async () => (await newestWaiting())?.createdAt ?? null,
};
