import { getTranslations } from "next-intl/server";
import { CardList } from "./card-list";
import type { PostCardProps } from "./post-card";
import styles from "./related-posts.module.css";

/** The section "Related Posts": a heading and the links (CONTRACT.md 2). Without posts there is no section. */
export async function RelatedPosts({ posts }: { posts: (PostCardProps["post"] & { id: string })[] }) {
  if (posts.length === 0) return null;
  const t = await getTranslations("post");
  return (
    <section className={styles.related} aria-labelledby="related-posts">
      <h2 id="related-posts" className={styles.title}>
        {t("related")}
      </h2>
      <CardList posts={posts} />
    </section>
  );
}
