import { commentPath } from "@/lib/comments/address";
import type { Thread } from "@/lib/comments/public";
import type { ThreadComment } from "@/lib/comments/thread-tree";

interface ThreadDataProps {
  post: { slug: string; title: string; lang: string };
  thread: Thread;
  /** The site's whole address. */
  site: string;
}

/** The page's comments as schema.org knows them, for search engines: what is seen, and nothing more. */
export function ThreadData({ post: { slug, title, lang }, thread: { count, comments }, site }: ThreadDataProps) {
  const address = (id: string) => new URL(commentPath(slug, id), site).href;
  const url = new URL(`/${slug}`, site).href;
  const data = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": `${url}#article`,
    url,
    headline: title,
    inLanguage: lang,
    commentCount: count,
    comment: comments.flatMap(withAnswers).flatMap((comment) => (comment.isWithdrawn ? [] : commentData(comment, address))),
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }} />;
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
