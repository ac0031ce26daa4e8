import { getFormatter, getTranslations } from "next-intl/server";
import { Island } from "@/components/public/island";
import { KeptText } from "@/components/public/kept-text.island";
import type { Closing, ThreadClosing } from "@/lib/comments/policy";
import styles from "./replies.module.css";
// Not a module: the island's own bundle names the same classes.
import "./reply-form.css";

interface ClosedNoteProps {
  postId: string;
  closing: ThreadClosing & { reason: Closing };
}

/**
 * Stands where the form would, and says why there is none: by hand, for the whole site, or by the post's age. A text
 * that was begun before is shown to who typed it.
 */
export async function ClosedNote({ postId, closing: { reason, closedAt } }: ClosedNoteProps) {
  const [t, format] = await Promise.all([getTranslations("live"), getFormatter()]);
  const date = closedAt && <time dateTime={closedAt.toISOString()}>{format.dateTime(closedAt, { dateStyle: "long" })}</time>;
  const texts = { heading: t("kept.heading"), text: t("kept.text"), discard: t("kept.discard") };
  return (
    <section className={styles.reply} id="reply" aria-labelledby="reply-heading">
      <h2 className={styles.heading} id="reply-heading" tabIndex={-1}>
        {t("closed")}
      </h2>
      <p className={styles.note}>{t.rich(`closedBy.${reason}`, { date: () => date })}</p>
      <Island name="kept-text" component={KeptText} props={{ postId, texts }} />
    </section>
  );
}
