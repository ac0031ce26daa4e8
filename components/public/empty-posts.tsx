import { getTranslations } from "next-intl/server";
import styles from "./notice.module.css";

/** Stands where a category's posts would, and says that there are none. */
export async function EmptyPosts() {
  const [t, order] = await Promise.all([getTranslations("site"), getTranslations("order")]);
  return (
    <div className={styles.notice}>
      <p>{order("noPosts")}</p>
      <p>
        <a href="/">{t("toFrontPage")}</a>
      </p>
    </div>
  );
}
