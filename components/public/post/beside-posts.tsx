import { getTranslations } from "next-intl/server";
import type { BesidePosts as Beside, PostLink } from "@/lib/posts/beside";
import styles from "./beside-posts.module.css";

/** The ways to the posts before and after one. No `rel`: on this page `next` leads to more comments (CONTRACT.md 12). */
export async function BesidePosts({ older, newer }: Beside) {
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
