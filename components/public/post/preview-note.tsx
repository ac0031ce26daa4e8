import { getTranslations } from "next-intl/server";
import styles from "./preview-note.module.css";

/** Says over a preview what it is, for whoever was sent the link. */
export async function PreviewNote() {
  const t = await getTranslations("posts");
  return <p className={styles.note}>{t("previewNote")}</p>;
}
