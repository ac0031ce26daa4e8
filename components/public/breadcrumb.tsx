import { getTranslations } from "next-intl/server";
import { langOfNames } from "@/lib/i18n/lang-of-parts";
import styles from "./breadcrumb.module.css";

/** A page on the way from the front page down to the one that is shown; its path is one of this site. */
export interface Step {
  name: string;
  path: string;
}

/**
 * The way from the front page down to a page, as links. Takes every step, the page itself last: that one is not
 * written, since it is the heading which follows. Search engines read all of them (breadcrumb-data.tsx).
 */
export async function Breadcrumb({ steps }: { steps: Step[] }) {
  const [t, lang] = [await getTranslations("site"), await langOfNames()];
  return (
    <nav aria-label={t("breadcrumb")} className={styles.breadcrumb}>
      <ol role="list">
        {steps.slice(0, -1).map(({ name, path }) => (
          <li key={path}>
            <a href={path} lang={lang}>
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
