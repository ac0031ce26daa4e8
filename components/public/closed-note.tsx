import { getFormatter, getTranslations } from "next-intl/server";
import type { ThreadClosing } from "@/lib/comments/policy";
import styles from "./replies.module.css";

/** Stands where the form would, and says why there is none: by hand, for the whole site, or by the post's age. */
export async function ClosedNote({ closing: { reason, closedAt } }: { closing: ThreadClosing }) {
  const [t, format] = await Promise.all([getTranslations("live"), getFormatter()]);
  const date = closedAt && <time dateTime={closedAt.toISOString()}>{format.dateTime(closedAt, { dateStyle: "long" })}</time>;
  return (
    <section className={styles.reply} id="reply" aria-labelledby="reply-heading">
      <h2 className={styles.heading} id="reply-heading">
        {t("closed")}
      </h2>
      <p className={styles.note}>{t.rich(`closedBy.${reason}`, { date: () => date })}</p>
    </section>
  );
}
