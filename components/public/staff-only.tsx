import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import styles from "./replies.module.css";

interface StaffOnlyProps {
  /** The page was asked for with the form, as an answer's is. */
  isOpen: boolean;
  children: ReactNode;
}

/**
 * Stands where the form would while only the newsroom may reply: says so, and has the form for who is signed in there.
 * A text that lies on the device opens it, too (boot.ts).
 */
export async function StaffOnly({ isOpen, children }: StaffOnlyProps) {
  const t = await getTranslations("live");
  return (
    <div className={styles.reply}>
      <p className={styles.note}>{t("staffOnly")}</p>
      <details className={styles.staff} open={isOpen}>
        <summary>{t("forStaff")}</summary>
        {children}
      </details>
    </div>
  );
}
