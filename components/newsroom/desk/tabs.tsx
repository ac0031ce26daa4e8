import Link from "next/link";
import { Strip } from "@/components/newsroom/shell/strip";
import styles from "./desk.module.css";

/** One part of what a page shows: where it is, how much it holds where that is said, whether it is the one shown. */
export interface Tab {
  href: string;
  label: string;
  count?: string;
  isCurrent: boolean;
}

/** The parts of what a page shows, as links. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <Strip current={tabs.find(({ isCurrent }) => isCurrent)?.href} className={styles.tabs}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} prefetch={false} className={styles.tab} aria-current={tab.isCurrent ? "page" : undefined}>
              {tab.label} {tab.count && <span className={styles.count}>{tab.count}</span>}
            </Link>
          </li>
        ))}
      </Strip>
    </nav>
  );
}
