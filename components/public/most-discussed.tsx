import { getTranslations } from "next-intl/server";
import { Section } from "@/components/public/section";
import styles from "./most-discussed.module.css";

interface MostDiscussedProps {
  /** The most answered first, each with its replies of the last seven days. */
  posts: { id: string; slug: string; lang: string; title: string; replies: number }[];
}

/** The posts that readers answer most these days. Without any there is no section. */
export async function MostDiscussed({ posts }: MostDiscussedProps) {
  if (posts.length === 0) return null;
  const t = await getTranslations("site");
  return (
    <Section id="most-discussed" title={t("discussed")}>
      <ol role="list" className={styles.list}>
        {posts.map(({ id, slug, lang, title, replies }) => (
          <li key={id}>
            <a href={`/${slug}`} lang={lang} hrefLang={lang}>
              {title}
            </a>
            <a href={`/${slug}#comments`} className={styles.replies}>
              {t("repliesThisWeek", { count: replies })}
            </a>
          </li>
        ))}
      </ol>
    </Section>
  );
}
