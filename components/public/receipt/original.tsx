import { getFormatter, getTranslations } from "next-intl/server";
import type { OwnReply } from "@/lib/comments/own";
import styles from "./receipt.module.css";

/** What a reply said before the newsroom changed it, as it was typed: each time, since its author may have changed it, too. */
export async function Original({ edits, lang }: { edits: OwnReply["edits"]; lang: string | undefined }) {
  const [t, format] = await Promise.all([getTranslations("receipt"), getFormatter()]);
  return edits.map(({ at, before }) => (
    <figure key={at.getTime()} className={styles.reason}>
      <figcaption>{t("original", { date: format.dateTime(at, { dateStyle: "long", timeStyle: "short" }) })}</figcaption>
      <blockquote lang={lang}>{before}</blockquote>
    </figure>
  ));
}
