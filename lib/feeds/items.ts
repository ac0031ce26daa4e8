import type { NewestReply } from "@/lib/comments/newest";
import { feedHtml } from "@/lib/feeds/content";
import { feedAddresses, type FeedItem } from "@/lib/feeds/feed";
import { lengthOf } from "@/lib/media/length";
import { mediaTypeOf, pathFor } from "@/lib/media/shown";
import { escapeHtml } from "@/lib/posts/escape-html";
import type { FullPost } from "@/lib/posts/full";
import { siteAddress } from "@/lib/settings/public";

/** The lead picture's width in pixels, or the largest below it. */
const PICTURE_PIXELS = 1280;

/** A post as feeds hold it: whole, its lead picture and standfirst before its text. Its id outlives its address. */
export async function postItem(post: FullPost): Promise<FeedItem> {
  const { id, slug, lang, title, description, publishedAt, revisedAt, authors, category, tags, leadMedia } = post;
  const url = siteAddress(`/${slug}`);
  const path = leadMedia && pathFor(leadMedia, PICTURE_PIXELS, "jpg");
  const bytes = path && (await lengthOf(path));
  return {
    id: `urn:uuid:${id}`,
    url,
    lang,
    title,
    summary: description,
    html: feedHtml(htmlOf(post, path), url),
    publishedAt,
    updatedAt: revisedAt ?? publishedAt,
    authors: authors.map(({ name, slug }) => ({ name, ...(slug && { url: siteAddress(`/author/${slug}`) }) })),
    categories: [...(category ? [category.name] : []), ...tags],
    ...(path && bytes && { picture: { url: siteAddress(path), type: mediaTypeOf(path), bytes } }),
    replies: { url: `${url}#comments`, addresses: feedAddresses(url) },
  };
}

function htmlOf({ leadMedia, standfirst, bodyHtml }: FullPost, path: string | null): string {
  const { alt = "", caption = "", credit = "" } = leadMedia ?? {};
  const under = [caption && escapeHtml(caption), credit && `<small>${escapeHtml(credit)}</small>`].filter(Boolean).join(" ");
  const picture = path && `<figure><img src="${path}" alt="${escapeHtml(alt)}">${under && `<figcaption>${under}</figcaption>`}</figure>`;
  return [picture, standfirst && `<p><strong>${escapeHtml(standfirst)}</strong></p>`, bodyHtml].filter(Boolean).join("\n");
}

/** A reply as the post's feed holds it. Takes it, the post (its id, whole address and language), and what to call the reply, in which language. */
export function replyItem(
  reply: NewestReply,
  post: { id: string; page: string; lang: string },
  called: { title: string; lang: string },
): FeedItem {
  const { id, path, name, website, html, createdAt, editedAt, answers } = reply;
  return {
    id: `urn:uuid:${id}`,
    url: siteAddress(path),
    lang: post.lang,
    title: called.title,
    titleLang: called.lang,
    html: feedHtml(html, post.page),
    publishedAt: createdAt,
    updatedAt: editedAt ?? createdAt,
    authors: [{ name, ...(website && { url: website }) }],
    categories: [],
    answers: answers ? { id: `urn:uuid:${answers.id}`, url: siteAddress(answers.path) } : { id: `urn:uuid:${post.id}`, url: post.page },
  };
}
