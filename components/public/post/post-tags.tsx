import { getTranslations } from "next-intl/server";
import { langOfNames } from "@/lib/i18n/lang-of-parts";
import styles from "./post-tags.module.css";

/** What a post is about, as links to the lists of the same. Without tags there is nothing. */
export async function PostTags({ tags }: { tags: { id: string; name: string; slug: string }[] }) {
  if (tags.length === 0) return null;
  const [t, lang] = [await getTranslations("post"), await langOfNames()];
  return (
    <nav aria-label={t("tags")} className={styles.tags}>
      <ul role="list" className={styles.list} lang={lang}>
        {tags.map(({ id, name, slug }) => (
          <li key={id}>
            <a href={`/tag/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
