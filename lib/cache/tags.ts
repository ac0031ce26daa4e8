import type { CommentStatus } from "@/lib/db/generated/enums";

/** Every tag that a page can depend on. A tag names what a page shows; a change drops the pages that show it. */
export const tags = {
  /** One post: its text, its links, its address. */
  post: (id: string) => `post:${id}`,
  /** The approved comments of one post. */
  thread: (postId: string) => `thread:${postId}`,
  /** The approved comments of all posts: their feed. Marked with each `thread`. */
  replies: () => "list:replies",
  /** That a comment has become public under a post: for pages that are open (lib/server/live-replies). */
  shown: (postId: string, commentId: string) => `shown:${postId}:${commentId}`,
  /** That a colleague decided on a comment, and at which comment one looks: for desks that are open (lib/server/live-desk). */
  moved: (commentId: string, to: CommentStatus, userId: string) => `moved:${commentId}:${to}:${userId}`,
  /** That what readers reported of a comment, or a complaint, is open, for the first time, again or once more; that it was settled: for the same. */
  opened: (id: string) => `opened:${id}`,
  settled: (id: string, userId: string) => `settled:${id}:${userId}`,
  looking: (userId: string, commentId: string | null) => `looking:${userId}:${commentId ?? ""}`,
  /** That a colleague's decisions on whole lists have come further (lib/comments/runs). */
  runs: (userId: string) => `runs:${userId}`,
  /** Which posts stand related under one post: chosen, mutual, proposed, excluded. */
  related: (postId: string) => `related:${postId}`,
  /** Which posts were published right before and right after one. */
  beside: (postId: string) => `beside:${postId}`,
  /** Which posts are published, in their order. */
  posts: () => "list:posts",
  /** Which posts were published in a month (`2026-11`, UTC), and their addresses, dates and pictures: the site maps. */
  month: (publishedAt: Date) => `list:month:${publishedAt.toISOString().slice(0, 7)}`,
  /** Which posts were answered most, and how often. */
  discussed: () => "list:discussed",
  /** Which static pages are published: every footer links them. */
  pages: () => "list:pages",
  /** What readers are told of a user: name, words, picture, the author page's address. */
  user: (id: string) => `user:${id}`,
  /** That nobody's author page stands at an address. */
  noAuthor: (slug: string) => `no-author:${slug}`,
  /** A category's name and address. */
  category: (id: string) => `category:${id}`,
  /** The tree of categories: every name, address, description and place in it. */
  categories: () => "categories",
  /** Which posts are published in a category, in their order. */
  categoryPosts: (id: string) => `list:category:${id}`,
  /** A tag's name and address. */
  tag: (id: string) => `tag:${id}`,
  /** Which posts are published with a tag, in their order. */
  tagPosts: (id: string) => `list:tag:${id}`,
  /** That nothing stands at an address. */
  missing: (slug: string) => `missing:${slug}`,
  /** Which transparency reports are published. */
  transparency: () => "list:transparency",
  /** The site's settings: every page shows some of them. */
  settings: () => "settings",
};
