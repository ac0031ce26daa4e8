import { getFormatter, getTranslations } from "next-intl/server";
import type { ListedReply } from "@/lib/comments/mail/own-address";
import styles from "./receipt.module.css";

/** Everything under an address, newest first: where, when, what became of it, and the way to its receipt. */
export async function ReplyList({ replies }: { replies: ListedReply[] }) {
  const [t, format] = await Promise.all([getTranslations("receipt.address"), getFormatter()]);
  return (
    <ul className={styles.list} role="list">
      {replies.map(({ receipt, fate, body, createdAt, post }) => (
        <li key={receipt}>
          <p className={styles.listHead}>
            <a href={`/receipts/${receipt}`}>{post ? <span lang={post.lang}>{post.title}</span> : t("gonePost")}</a>
            <span className={styles.badge} data-fate={fate}>
              {t(`fates.${fate}`)}
            </span>
          </p>
          <time dateTime={createdAt.toISOString()}>{format.dateTime(createdAt, { dateStyle: "long", timeStyle: "short" })}</time>
          <p className={styles.excerpt} lang={post?.lang}>
            {body}
          </p>
        </li>
      ))}
    </ul>
  );
}
