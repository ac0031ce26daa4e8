import { CardList } from "./post/card-list";
import type { PostCardProps } from "./post/post-card";
import styles from "./front-section.module.css";

interface FrontSectionProps {
  name: string;
  slug: string;
  posts: (PostCardProps["post"] & { id: string })[];
}

/** The newest posts of one category on the front page, under its name, which leads to all of them. */
export function FrontSection({ name, slug, posts }: FrontSectionProps) {
  const id = `section-${slug}`;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        <a href={`/category/${slug}`}>{name}</a>
      </h2>
      <CardList posts={posts} />
    </section>
  );
}
