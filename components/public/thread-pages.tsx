import type { getTranslations } from "next-intl/server";
import type { Thread } from "@/lib/comments/public";
import styles from "./replies.module.css";

interface ThreadPagesProps {
  slug: string;
  thread: Thread;
  t: Awaited<ReturnType<typeof getTranslations<"thread">>>;
}

/** Plain links to the neighbouring pages of a thread: `next` leads on in the thread's order, to older or newer comments. */
export function ThreadPages({ slug, thread: { before, after, only, isNewestFirst }, t }: ThreadPagesProps) {
  if (!before && !after) return null;
  const href = (cursor: Record<string, string>) =>
    `/${slug}?${new URLSearchParams({ ...cursor, ...(only && { replies: only }) }).toString()}#comments`;
  return (
    <nav className={styles.pages} aria-label={t("pages")}>
      {before && (
        <a rel="prev" href={href({ before })}>
          {t(isNewestFirst ? "newer" : "older")}
        </a>
      )}
      {after && (
        <a rel="next" href={href({ after })}>
          {t(isNewestFirst ? "older" : "newer")}
        </a>
      )}
    </nav>
  );
}
