import Link from "next/link";
import styles from "./desk.module.css";

/** One list of the moderation: where it is, how many comments it holds, whether it is the one shown. */
export interface Tab {
  href: string;
  label: string;
  count: string;
  isCurrent: boolean;
}

/** The lists of the moderation, as links. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul role="list" className={styles.tabs}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} prefetch={false} className={styles.tab} aria-current={tab.isCurrent ? "page" : undefined}>
              {tab.label} <span className={styles.count}>{tab.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
