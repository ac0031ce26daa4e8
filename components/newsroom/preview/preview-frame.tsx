import Link from "next/link";
import styles from "./preview.module.css";

interface PreviewFrameProps {
  /** Where the preview stands, a path of this site. */
  path: string;
  width: "phone" | "desktop";
  title: string;
  /** Names the choice of widths. */
  label: string;
  widths: { id: "phone" | "desktop"; href: string; name: string }[];
}

/** The page as readers will see it, in a frame as wide as a telephone's or a desk's window. */
export function PreviewFrame({ path, width, title, label, widths }: PreviewFrameProps) {
  return (
    <div className={styles.preview}>
      <nav aria-label={label} className={styles.widths}>
        {widths.map(({ id, href, name }) => (
          <Link key={id} href={href} prefetch={false} aria-current={id === width ? "page" : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <div className={styles.stage}>
        <iframe src={path} title={title} className={styles.frame} data-width={width} />
      </div>
    </div>
  );
}
