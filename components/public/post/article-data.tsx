import type { Comment, CorrectionComment, NewsArticle, Person, WithContext } from "schema-dts";
import { JsonLd } from "@/components/public/json-ld";
import { publisher } from "@/components/public/publisher";
import { commentPath } from "@/lib/comments/address";
import type { Thread } from "@/lib/comments/public";
import type { ThreadComment } from "@/lib/comments/thread/tree";

interface ArticleDataProps {
  post: {
    slug: string;
    lang: string;
    title: string;
    description: string;
    publishedAt: Date;
    revisedAt: Date | null;
    corrections: { text: string; at: Date }[];
    authors: { name: string; slug: string | null }[];
    category: { name: string } | null;
  };
  /** The lead picture's whole address, if there is one. */
  picture?: string;
  /** The page of comments that is shown; missing where none are. */
  thread: Thread | null;
  site: { name: string; address: string };
}

/** The post and the page's comments as schema.org knows them (NewsArticle, Comment; CONTRACT.md 3), for search engines: what is seen, and nothing more. */
export function ArticleData({ post, picture, thread, site }: ArticleDataProps) {
  const { slug, lang, title, description, publishedAt, revisedAt, corrections, authors, category: section } = post;
  const url = new URL(`/${slug}`, site.address).href;
  const address = (id: string) => new URL(commentPath(slug, id), site.address).href;
  const data: WithContext<NewsArticle> = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: title,
    description,
    inLanguage: lang,
    datePublished: publishedAt.toISOString(),
    dateModified: (revisedAt ?? publishedAt).toISOString(),
    ...(corrections.length > 0 && { correction: corrections.map(correctionData) }),
    // Without a by-line it is the newsroom's.
    author: authors.length > 0 ? authors.map((author) => authorData(author, site.address)) : publisher(site),
    publisher: publisher(site),
    ...(section && { articleSection: section.name }),
    isAccessibleForFree: true,
    ...(picture && { image: picture }),
    ...(thread && { commentCount: thread.count, comment: thread.comments.flatMap((comment) => commentData(comment, address)) }),
  };
  return <JsonLd data={data} />;
}

function authorData({ name, slug }: ArticleDataProps["post"]["authors"][number], site: string): Person {
  const url = slug && new URL(`/author/${slug}`, site).href;
  return { "@type": "Person", name, ...(url && { "@id": `${url}#person`, url }) };
}

function correctionData({ text, at }: { text: string; at: Date }): CorrectionComment {
  return { "@type": "CorrectionComment", text, datePublished: at.toISOString() };
}

/**
 * A comment with the answers that stand under it. One that was taken back leaves them in its place; one that stands under
 * none says itself what it answers.
 */
function commentData(comment: ThreadComment, address: (id: string) => string, isUnder = false): Comment[] {
  const { id, name, website, body, createdAt, answersTo, isWithdrawn } = comment;
  const answers = comment.answers.flatMap((answer) => commentData(answer, address, isUnder || !isWithdrawn));
  if (isWithdrawn) return answers;
  return [
    {
      "@type": "Comment",
      "@id": address(id),
      text: body,
      datePublished: createdAt.toISOString(),
      author: { "@type": "Person", name, ...(website && { url: website }) },
      ...(answersTo && !isUnder && { parentItem: { "@type": "Comment", "@id": address(answersTo.id) } }),
      ...(answers.length > 0 && { comment: answers }),
    },
  ];
}
