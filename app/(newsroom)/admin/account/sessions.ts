import { getFormatter, getTranslations } from "next-intl/server";
import type { ShownSession } from "@/components/newsroom/account/session-list";
import { browserName } from "@/lib/users/browser-name";
import type { OwnSession } from "@/lib/users/newsroom";

/** One's sessions as the list shows them, in the site's language. */
export async function inWords(sessions: OwnSession[]): Promise<ShownSession[]> {
  const [t, format] = [await getTranslations("account"), await getFormatter()];
  const moment = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  return sessions.map(({ id, createdAt, lastAt, userAgent, isThisOne }) => {
    const { browser, system } = browserName(userAgent ?? "");
    const name = browser && system ? t("browserOn", { browser, system }) : (browser ?? system ?? t("unknownBrowser"));
    return {
      id,
      name,
      since: t("since", { at: moment(createdAt) }),
      lastUsed: t("lastUsed", { at: moment(lastAt ?? createdAt) }),
      isThisOne,
    };
  });
}
