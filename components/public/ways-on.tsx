import { getTranslations } from "next-intl/server";
import { CardList } from "@/components/public/post/card-list";
import type { PostCardProps } from "@/components/public/post/post-card";
import { SearchBox } from "@/components/public/search/search-box";
import styles from "./ways-on.module.css";

/** What to do where nothing stands: search, or read what is new. */
export async function WaysOn({ posts }: { posts: (PostCardProps["post"] & { id: string })[] }) {
  const t = await getTranslations("site");
  return (
    <>
      <div className={styles.search}>
        <SearchBox id="ways-on-search" />
      </div>
      <p>
        <a href="/">{t("toFrontPage")}</a>
      </p>
      {posts.length > 0 && (
        <section aria-labelledby="ways-on" className={styles.newest}>
          <h2 id="ways-on">{t("newestPosts")}</h2>
          <CardList posts={posts} />
        </section>
      )}
    </>
  );
}
