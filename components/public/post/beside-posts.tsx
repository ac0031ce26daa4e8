import { getTranslations } from "next-intl/server";
import styles from "./beside-posts.module.css";

interface PostLink {
  slug: string;
  lang: string;
  title: string;
}

interface BesidePostsProps {
  /** What was published right before and right after; null at an end of the list. */
  older: PostLink | null;
  newer: PostLink | null;
}

/** The ways to the posts before and after one. No `rel`: on this page `next` leads to more comments (CONTRACT.md 12). */
export async function BesidePosts({ older, newer }: BesidePostsProps) {
  if (!older && !newer) return null;
  const t = await getTranslations("post");
  return (
    <nav aria-label={t("beside")} className={styles.beside}>
      {older && <Way name={t("previous")} to={older} />}
      {newer && <Way name={t("next")} to={newer} />}
    </nav>
  );
}

function Way({ name, to: { slug, lang, title } }: { name: string; to: PostLink }) {
  return (
    <a href={`/${slug}`} hrefLang={lang}>
      <span>{name}</span> <span lang={lang}>{title}</span>
    </a>
  );
}
