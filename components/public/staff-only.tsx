import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import styles from "./replies.module.css";

/** Stands where the form would while only the newsroom may reply: says so, and has the form for who is signed in there. */
export async function StaffOnly({ children }: { children: ReactNode }) {
  const t = await getTranslations("live");
  return (
    <div className={styles.reply}>
      <p className={styles.note}>{t("staffOnly")}</p>
      <details>
        <summary>{t("forStaff")}</summary>
        {children}
      </details>
    </div>
  );
}
