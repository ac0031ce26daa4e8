/**
 * What the public login may read: for each table its columns, and the rows by a row-level policy.
 * A table or column that is not named here is refused by PostgreSQL. Policies that look at another table use a
 * scalar subquery: with `exists` PostgreSQL hashes that whole table (450 µs more at 2,000 posts, and growing).
 */
export const visible: Record<string, { columns: string[]; rows: string }> = {
  post: {
    columns: [
      "id",
      "kind",
      "status",
      "slug",
      "lang",
      "title",
      "standfirst",
      "body_html",
      "body_text",
      "headings",
      "comments_open",
      "approved_comments",
      "close_after_days",
      "seo_title",
      "seo_description",
      "canonical_url",
      "words",
      "revised_at",
      "category_id",
      "lead_media_id",
      "updated_at",
      "published_at",
      "topic",
      "wordpress_id",
      "translation_group_id",
    ],
    rows: "status = 'published' and published_at <= now()",
  },
  // Only what is public is in them: written with the post by the database itself (migration "search").
  post_search: { columns: ["post_id", "published_at", "stemmer", "facets", "title", "opening", "words"], rows: "true" },
  search_word: { columns: ["folded", "spelling", "posts"], rows: "true" },
  post_author: {
    columns: ["post_id", "user_id", "position"],
    rows: publishedPost("post_author.post_id"),
  },
  newsroom_user: {
    columns: ["id", "name", "slug", "bio", "picture_id"],
    rows: byLined("newsroom_user.id"),
  },
  author_redirect: { columns: ["slug", "user_id"], rows: byLined("author_redirect.user_id") },
  category: { columns: ["id", "name", "slug", "parent_id", "position", "description"], rows: "true" },
  tag: { columns: ["id", "name", "slug"], rows: "true" },
  tag_redirect: { columns: ["slug", "tag_id"], rows: "true" },
  category_redirect: { columns: ["slug", "category_id"], rows: "true" },
  post_tag: { columns: ["post_id", "tag_id", "position", "published_at"], rows: publishedPost("post_tag.post_id") },
  post_media: { columns: ["post_id", "media_id"], rows: publishedPost("post_media.post_id") },
  // Numbers alone: of nobody (lib/transparency).
  transparency_report: { columns: ["period", "until", "figures"], rows: "true" },
  correction: { columns: ["id", "post_id", "text", "at"], rows: publishedPost("correction.post_id") },
  related_post: {
    columns: ["post_id", "related_id", "position", "is_mutual"],
    rows: publishedPost("related_post.post_id"),
  },
  related_exclusion: { columns: ["post_id", "related_id"], rows: publishedPost("related_exclusion.post_id") },
  related_proposal: { columns: ["post_id", "related_id", "position"], rows: publishedPost("related_proposal.post_id") },
  discussed_post: { columns: ["post_id", "position", "replies"], rows: publishedPost("discussed_post.post_id") },
  gone_address: { columns: ["slug"], rows: "true" },
  redirect: { columns: ["slug", "post_id"], rows: publishedPost("redirect.post_id") },
  media: {
    columns: ["id", "alt", "width", "height", "widths", "caption", "credit", "focal_x", "focal_y", "blur", "has_avif", "edition"],
    rows: "true",
  },
  comment: {
    columns: [
      "id",
      "post_id",
      "parent_id",
      "root_id",
      "depth",
      "status",
      "name",
      "website",
      "body",
      "created_at",
      "user_id",
      "avatar",
      "edited_at",
      "edited_by_staff",
      "pinned_at",
      "closed_at",
      "withdrawn_at",
      "wordpress_id",
    ],
    rows: `status = 'approved' and ${publishedPost("comment.post_id")}`,
  },
  // Who decides on a reply is nobody else's business.
  discussion_override: {
    columns: ["id", "post_id", "category_id", "comments_open", "commenters", "close_after_days", "guidelines"],
    rows: `post_id is null or ${publishedPost("discussion_override.post_id")}`,
  },
  setting: { columns: ["key", "value", "is_public"], rows: "is_public" },
};

function publishedPost(column: string): string {
  return `(select status = 'published' and published_at <= now() from post where post.id = ${column})`;
}

function byLined(column: string): string {
  return `(select true from post_author where post_author.user_id = ${column} limit 1)`;
}

/** The columns above that Prisma's default queries must leave out, since asking for them is refused. */
export const hiddenColumns = {
  post: {
    body: true,
    bodySchema: true,
    version: true,
    appliedVersion: true,
    scheduledFor: true,
    trashedAt: true,
    trashedFrom: true,
    assigneeId: true,
    createdAt: true,
    sourcePath: true,
    sourceHash: true,
    sourceVersion: true,
  },
  user: {
    email: true,
    role: true,
    passwordHash: true,
    createdAt: true,
    deactivatedAt: true,
    totpSealed: true,
    totpSince: true,
    totpStep: true,
    oidcSubject: true,
    deskKeys: true,
  },
  media: { bytes: true, fileName: true, replacedAt: true, search: true, uploadedById: true, createdAt: true },
  correction: { userId: true },
  relatedProposal: { reasons: true },
  discussionOverride: { moderation: true },
  comment: { decidedAt: true, reason: true, score: true, urgency: true, awaitsProof: true, deletedByStaff: true },
} as const;
