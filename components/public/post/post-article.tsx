import { getFormatter, getTimeZone, getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/i18n/dates";
import { langOfNames, langWithin } from "@/lib/i18n/lang-of-parts";
import { readingMinutes } from "@/lib/posts/words";
import { BETWEEN_GUTTERS, LeadPicture, type LeadPictureProps } from "./lead-picture";
import { PostContents, type PostContentsProps } from "./post-contents";
import { PostCorrections, type Correction } from "./post-corrections";
import body from "./post-body.module.css";
import styles from "./post-article.module.css";

export interface PostArticleProps {
  post: {
    kind: "post" | "page";
    lang: string;
    title: string;
    standfirst: string;
    /** Made by lib/posts/render.ts from a table of allowed nodes: safe to write as it is. */
    bodyHtml: string;
    publishedAt: Date;
    /** "Updated", where an editor says so. */
    revisedAt?: Date | null;
    corrections?: Correction[];
    /** How many words it has: how long it takes to read is told by them. */
    words?: number;
    /** Its table of contents, where it needs one. */
    contents?: PostContentsProps["contents"];
    category: { name: string; slug: string } | null;
    authors: { id: string; name: string; slug: string | null }[];
    leadMedia: (LeadPictureProps["picture"] & { caption: string; credit: string }) | null;
  };
}

/** A post as it is read: its own language for its words and date, the site's for what stands around them. */
export function PostArticle({ post }: PostArticleProps) {
  const { kind, lang, title, standfirst, bodyHtml, leadMedia, corrections = [], contents = [] } = post;
  return (
    <article lang={lang}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {standfirst && <p className={styles.standfirst}>{standfirst}</p>}
        {kind === "post" && <Facts {...post} />}
      </header>
      {leadMedia && (
        <figure className={styles.picture}>
          <LeadPicture picture={leadMedia} sizes={`(min-width: 64rem) 53rem, ${BETWEEN_GUTTERS}`} first />
          {(leadMedia.caption || leadMedia.credit) && (
            <figcaption className={styles.caption}>
              {leadMedia.caption} {leadMedia.credit && <small>{leadMedia.credit}</small>}
            </figcaption>
          )}
        </figure>
      )}
      <div className={styles.text}>
        {contents.length > 0 && <PostContents contents={contents} lang={lang} />}
        <div className={body.body} dangerouslySetInnerHTML={{ __html: bodyHtml }} />
      </div>
      {corrections.length > 0 && <PostCorrections corrections={corrections} lang={lang} />}
    </article>
  );
}

async function Facts({ lang, publishedAt, revisedAt, category, authors, words = 0 }: PostArticleProps["post"]) {
  const [t, format, timeZone] = await Promise.all([getTranslations("post"), getFormatter(), getTimeZone()]);
  const around = await langWithin(lang);
  const moment = (at: Date) => (
    <time dateTime={at.toISOString()} lang={around && lang}>
      {formatMoment(at, lang, timeZone)}
    </time>
  );
  const names = authors.map((author) => <AuthorName key={author.id} {...author} />);
  return (
    <div className={styles.facts} lang={around}>
      {names.length > 0 && <p className={styles.byline}>{t.rich("byline", { authors: () => <>{format.list(names)}</> })}</p>}
      <p>
        {category && (
          <a className={styles.category} href={`/category/${category.slug}`} lang={await langOfNames()}>
            {category.name}
          </a>
        )}
        {moment(publishedAt)}
        {revisedAt && <span>{t.rich("updated", { time: () => moment(revisedAt) })}</span>}
        {words > 0 && <span>{t("minutes", { minutes: readingMinutes(words) })}</span>}
      </p>
    </div>
  );
}

function AuthorName({ name, slug }: PostArticleProps["post"]["authors"][number]) {
  const written = <bdi>{name}</bdi>;
  return slug ? (
    <a rel="author" href={`/author/${slug}`}>
      {written}
    </a>
  ) : (
    written
  );
}
