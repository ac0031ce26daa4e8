import { getTranslations } from "next-intl/server";
import styles from "./post-tags.module.css";

/** What a post is about, as links to the lists of the same. Without tags there is nothing. */
export async function PostTags({ tags }: { tags: { id: string; name: string; slug: string }[] }) {
  if (tags.length === 0) return null;
  const t = await getTranslations("post");
  return (
    <nav aria-label={t("tags")} className={styles.tags}>
      <ul role="list" className={styles.list}>
        {tags.map(({ id, name, slug }) => (
          <li key={id}>
            <a href={`/tag/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
