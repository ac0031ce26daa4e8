"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./shell.module.css";
import { Strip } from "./strip";

/** A section of the newsroom; `count` is what waits there, `countLabel` how that is said. */
export interface NavItem {
  href: string;
  label: string;
  count?: string;
  countLabel?: string;
}

/** The newsroom's sections, the present one marked (`aria-current`). */
export function NavLinks({ items }: { items: NavItem[] }) {
  const path = usePathname();
  return (
    <Strip current={path} className={styles.sections}>
      {items.map(({ href, label, count, countLabel }) => (
        <li key={href}>
          <Link href={href} prefetch={false} className={styles.section} aria-current={isWithin(path, href) ? "page" : undefined}>
            {label}
            {count && (
              <span className={styles.count}>
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden"> ({countLabel})</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </Strip>
  );
}

function isWithin(path: string, href: string): boolean {
  return path === href || (href !== "/admin" && path.startsWith(`${href}/`));
}
