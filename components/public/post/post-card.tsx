import { getTimeZone } from "next-intl/server";
import { formatDay } from "@/lib/i18n/dates";
import { langOfNames } from "@/lib/i18n/lang-of-parts";
import { BETWEEN_GUTTERS, LeadPicture, type LeadPictureProps } from "./lead-picture";
import styles from "./post-card.module.css";

export interface PostCardProps {
  post: {
    slug: string;
    lang: string;
    title: string;
    standfirst: string;
    publishedAt: Date;
    category: { name: string; slug: string } | null;
    leadMedia: LeadPictureProps["picture"] | null;
  };
  /** `lead` opens the front page, `second` stands under it, `plain` in a list, `small` under another post (title and date only). */
  size: "lead" | "second" | "plain" | "small";
  /** The level of its title in the page's outline. */
  level: 2 | 3;
  /** Whether it is seen before scrolling: then its picture is not loaded late. */
  isFirst?: boolean;
}

const SIZES = {
  lead: `(min-width: 60rem) 40rem, ${BETWEEN_GUTTERS}`,
  second: `(min-width: 60rem) 32rem, (min-width: 40rem) 50vw, ${BETWEEN_GUTTERS}`,
  plain: `(min-width: 60rem) 11rem, (min-width: 40rem) 33vw, ${BETWEEN_GUTTERS}`,
  small: "",
};

/** A post in a list: what it is about, when it appeared, and the way to it. */
export async function PostCard({ post, size, level, isFirst = size === "lead" }: PostCardProps) {
  const { slug, lang, title, standfirst, publishedAt, category, leadMedia } = post;
  const Title = level === 2 ? "h2" : "h3";
  const picture = size === "small" ? null : leadMedia;
  return (
    <article className={picture ? `${styles[size]} ${styles.pictured}` : styles[size]}>
      {picture && (
        <div lang={lang}>
          <LeadPicture picture={picture} sizes={SIZES[size]} first={isFirst} isCropped />
        </div>
      )}
      <div className={styles.words}>
        <Title className={styles.title} lang={lang}>
          <a href={`/${slug}`} hrefLang={lang}>
            {title}
          </a>
        </Title>
        {standfirst && size !== "small" && (
          <p className={styles.standfirst} lang={lang}>
            {standfirst}
          </p>
        )}
        <p className={styles.facts}>
          {category && (
            <a className={styles.category} href={`/category/${category.slug}`} lang={await langOfNames()}>
              {category.name}
            </a>
          )}
          <time dateTime={publishedAt.toISOString()} lang={lang}>
            {formatDay(publishedAt, lang, await getTimeZone())}
          </time>
        </p>
      </div>
    </article>
  );
}
