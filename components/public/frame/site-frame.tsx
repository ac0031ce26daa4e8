import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { SearchBox } from "@/components/public/search/search-box";
import { langOfNames } from "@/lib/i18n/lang-of-parts";
import { pathFor, type PictureFiles } from "@/lib/media/shown";
import { ThemeChoice } from "./theme-choice";
import styles from "./site-frame.module.css";

/** A link of a menu; `lang` where its text is in another language than the site's. */
interface MenuLink {
  href: string;
  label: string;
  lang?: string;
}

export interface SiteFrameProps {
  /** The site's name. */
  name: string;
  /** A picture that stands in the name's place. */
  logo: (PictureFiles & { width: number; height: number }) | null;
  /** The menus, each in its order. */
  header: MenuLink[];
  footer: MenuLink[];
  /** Whether the site publishes how it moderates. */
  hasTransparency: boolean;
  children: ReactNode;
}

/** What stands around every readers' page: skip link, masthead, the page's own content, footer. */
export async function SiteFrame({ name, logo, header, footer, hasTransparency, children }: SiteFrameProps) {
  const [t, ownLang] = [await getTranslations("site"), await langOfNames()];
  const linkTo = (link: MenuLink, at: number) => <MenuEntry key={at} {...link} lang={link.lang ?? ownLang} />;
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("skip")}
      </a>
      <header className={styles.masthead}>
        <div className={styles.bar}>
          <a className={styles.name} href="/">
            {logo ? <img className={styles.logo} src={pathFor(logo, 640)} width={logo.width} height={logo.height} alt={name} /> : name}
          </a>
          <p className={styles.motto}>{t("motto")}</p>
          <a className={styles.toSearch} href="/search">
            <svg viewBox="0 0 16 16" aria-hidden>
              <circle cx="6.5" cy="6.5" r="5" />
              <path d="m10.5 10.5 4.5 4.5" />
            </svg>
            {t("search")}
          </a>
          <div className={styles.search}>
            <SearchBox id="site-search" />
          </div>
          {header.length > 0 && (
            <nav aria-label={t("menu")} className={styles.menu}>
              <ul role="list" className={styles.pages}>
                {header.map(linkTo)}
              </ul>
            </nav>
          )}
        </div>
      </header>
      <main id="content" className={styles.content}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.imprint}>
          <p>{name}</p>
          <nav aria-label={t("footer")}>
            <ul role="list" className={styles.pages}>
              <li>
                <a href="/">{t("frontPage")}</a>
              </li>
              <li>
                <a href="/archive">{t("archive")}</a>
              </li>
              {footer.map(linkTo)}
              {hasTransparency && (
                <li>
                  <a href="/transparency">{t("transparency")}</a>
                </li>
              )}
              <li>
                <a href="/receipts" rel="nofollow">
                  {t("receipts")}
                </a>
              </li>
            </ul>
          </nav>
          <ThemeChoice />
        </div>
      </footer>
    </>
  );
}

function MenuEntry({ href, label, lang }: MenuLink) {
  return (
    <li>
      <a href={href} lang={lang}>
        {label}
      </a>
    </li>
  );
}
