import Link from "next/link";
import styles from "./desk.module.css";

interface PageLink {
  href: string;
  label: string;
}

/** The way through a list's pages: back to the beginning, and on. */
export function NextPage({ first, next }: { first: PageLink | null; next: PageLink | null }) {
  if (!first && !next) return null;
  return (
    <p className={styles.pages}>
      {first && (
        <Link href={first.href} prefetch={false}>
          {first.label}
        </Link>
      )}
      {next && (
        <Link href={next.href} prefetch={false} rel="next">
          {next.label}
        </Link>
      )}
    </p>
  );
}
