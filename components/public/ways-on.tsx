import { getTranslations } from "next-intl/server";
import { CardList } from "@/components/public/post/card-list";
import type { PostCardProps } from "@/components/public/post/post-card";
import { SearchBox } from "@/components/public/search/search-box";
import { Section } from "@/components/public/section";
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
        <Section id="ways-on" title={t("newestPosts")}>
          <CardList posts={posts} />
        </Section>
      )}
    </>
  );
}
