import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import styles from "./site-frame.module.css";

export interface SiteFrameProps {
  /** The site's name. */
  name: string;
  /** The static pages that the footer links, in their order. */
  pages: { slug: string; lang: string; title: string }[];
  children: ReactNode;
}

/** What stands around every readers' page: skip link, masthead, the page's own content, footer. */
export async function SiteFrame({ name, pages, children }: SiteFrameProps) {
  const t = await getTranslations("site");
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("skip")}
      </a>
      <header className={styles.masthead}>
        <div className={styles.bar}>
          <a className={styles.name} href="/">
            {name}
          </a>
          <p className={styles.motto}>{t("motto")}</p>
        </div>
      </header>
      <main id="content" className={styles.content}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.imprint}>
          <nav aria-label={t("footer")}>
            <ul role="list" className={styles.pages}>
              <li>
                <a href="/">{t("frontPage")}</a>
              </li>
              {pages.map(({ slug, lang, title }) => (
                <li key={slug}>
                  <a href={`/${slug}`} lang={lang}>
                    {title}
                  </a>
                </li>
              ))}
              <li>
                <a href="/receipts" rel="nofollow">
                  {t("receipts")}
                </a>
              </li>
            </ul>
          </nav>
          <p>{name}</p>
        </div>
      </footer>
    </>
  );
}
