import { commentPath } from "@/lib/comments/address";
import type { Thread } from "@/lib/comments/public";
import type { ThreadComment } from "@/lib/comments/thread-tree";

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
  };
  /** The lead picture's whole address, if there is one. */
  picture?: string;
  /** The page of comments that is shown; missing where none are. */
  thread: Thread | null;
  site: { name: string; address: string };
}

/** The post and the page's comments as schema.org knows them (NewsArticle, Comment; CONTRACT.md 3), for search engines: what is seen, and nothing more. */
export function ArticleData({ post, picture, thread, site }: ArticleDataProps) {
  const { slug, lang, title, description, publishedAt, revisedAt, corrections, authors } = post;
  const url = new URL(`/${slug}`, site.address).href;
  const address = (id: string) => new URL(commentPath(slug, id), site.address).href;
  const comments = thread?.comments.flatMap(withAnswers).filter(({ isWithdrawn }) => !isWithdrawn) ?? [];
  const data = {
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
    author: authors.map((author) => authorData(author, site.address)),
    publisher: { "@type": "Organization", name: site.name, url: site.address },
    ...(picture && { image: picture }),
    ...(thread && { commentCount: thread.count, comment: comments.map((comment) => commentData(comment, address)) }),
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
}

function authorData({ name, slug }: ArticleDataProps["post"]["authors"][number], site: string) {
  const url = slug && new URL(`/author/${slug}`, site).href;
  return { "@type": "Person", name, ...(url && { "@id": `${url}#person`, url }) };
}

function correctionData({ text, at }: { text: string; at: Date }) {
  return { "@type": "CorrectionComment", text, datePublished: at.toISOString() };
}

function withAnswers(comment: ThreadComment): ThreadComment[] {
  return [comment, ...comment.answers.flatMap(withAnswers)];
}

function commentData({ id, name, website, body, createdAt, answersTo }: ThreadComment, address: (id: string) => string) {
  return {
    "@type": "Comment",
    "@id": address(id),
    text: body,
    dateCreated: createdAt.toISOString(),
    author: { "@type": "Person", name, ...(website && { url: website }) },
    ...(answersTo && { parentItem: { "@type": "Comment", "@id": address(answersTo.id) } }),
  };
}
