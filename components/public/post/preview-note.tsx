import { getFormatter, getTranslations } from "next-intl/server";
import styles from "./preview-note.module.css";

/** Says over a preview what it is, for whoever was sent the link, and until when that opens. */
export async function PreviewNote({ until }: { until: Date }) {
  const [t, format] = [await getTranslations("posts"), await getFormatter()];
  return <p className={styles.note}>{t("previewNote", { time: format.dateTime(until, { dateStyle: "medium", timeStyle: "short" }) })}</p>;
}
