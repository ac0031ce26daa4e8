import { interfaceLanguageFor, messagesOf } from "@/lib/i18n/messages";
import { siteSettings } from "@/lib/settings/public";

/**
 * In which language the interface speaks, with its messages and the site's time zone: what next-intl and
 * `createTranslator` take. It is the site's, never a reader's (DESIGN.md §7); of what is about one post the post's own,
 * where the settings say so and the interface speaks it: then dates and numbers too are written as there. Takes the
 * language of that post (BCP 47), if it is about one.
 */
export async function siteMessages(postLang?: string | null) {
  return (await messagesByPost())(postLang);
}

/** The same for several posts, with the settings read once. */
export async function messagesByPost() {
  const { locale: own, timeZone, interfaceFollowsPost } = await siteSettings();
  return (postLang?: string | null) => {
    const isSpoken = interfaceFollowsPost && postLang && interfaceLanguageFor(postLang);
    const locale = isSpoken ? postLang : own;
    return { locale, timeZone, messages: messagesOf(locale) };
  };
}
