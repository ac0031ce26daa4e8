// Not a module: it also marks what the browser puts into the page.
import "./new-replies.css";

interface NewRepliesProps {
  postId: string;
  /** The address of the post's page. */
  path: string;
  /** How many comments the page was made with. */
  count: number;
}

/**
 * Waits, unseen, for what an open page is told of new replies (components/public/live-replies.ts). Without JavaScript
 * nothing comes of it.
 */
export function NewReplies({ postId, path, count }: NewRepliesProps) {
  const query = new URLSearchParams({ post: postId, since: String(count) }).toString();
  return (
    <>
      <p className="new-replies" role="status" data-events={`/api/replies/events?${query}`} hidden>
        <a href={`${path}#comments`} />
      </p>
      <script type="module" fetchPriority="low" src="/islands/boot.js" />
    </>
  );
}
