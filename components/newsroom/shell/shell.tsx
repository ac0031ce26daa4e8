import type { ReactNode } from "react";
import { NavLinks, type NavItem } from "./nav-links";
import styles from "./shell.module.css";

interface ShellProps {
  siteName: string;
  items: NavItem[];
  account: { name: string; role: string };
  texts: { skip: string; newsroom: string; viewSite: string; account: string; signOut: string };
  children: ReactNode;
}

/**
 * The frame of every newsroom page: skip link, sections, who is signed in, and the page in `main`.
 * Sign out is a plain form, so that it works before, or without, any script (CONTRACT.md 13).
 */
export function Shell({ siteName, items, account, texts, children }: ShellProps) {
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {texts.skip}
      </a>
      <header className={styles.bar}>
        <div className={styles.top}>
          <p className={styles.site}>
            <bdi>{siteName}</bdi>
          </p>
          <a href="/" className={styles.view}>
            {texts.viewSite}
          </a>
        </div>
        <nav aria-label={texts.newsroom} className={styles.nav}>
          <NavLinks items={items} />
        </nav>
        <div className={styles.account}>
          <a href="/admin/account" className={styles.person}>
            <span className="visually-hidden">{texts.account}: </span>
            <bdi>{account.name}</bdi>
            <span className={styles.role}>{account.role}</span>
          </a>
          <form method="post" action="/api/auth/sign-out">
            <button className={styles.signOut}>{texts.signOut}</button>
          </form>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
