import { getTranslations } from "next-intl/server";
import styles from "./theme-choice.module.css";

/** Light, dark, or as the device has it. It works by public/theme.js, and is not there without: nothing is sent. */
export async function ThemeChoice() {
  const t = await getTranslations("site");
  return (
    <p className={styles.choice}>
      <label htmlFor="theme">{t("theme")}</label>
      <select id="theme" autoComplete="off">
        <option value="system">{t("themeSystem")}</option>
        <option value="light">{t("themeLight")}</option>
        <option value="dark">{t("themeDark")}</option>
      </select>
    </p>
  );
}
