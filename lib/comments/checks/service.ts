import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import type { SiteSettings } from "@/lib/settings/schema";

/** A service that is slower than this has not answered. */
const MOST_MS = 5_000;

type Service = Pick<SiteSettings, "akismetUrl" | "akismetKey">;

/** Whether the site asks a service about each reply: only where an administrator named one, and a key. */
export function asksService({ akismetUrl, akismetKey }: Service): boolean {
  return akismetUrl !== "" && akismetKey !== "";
}

/**
 * Calls an Akismet-compatible service (its API 1.1: comment-check, submit-spam, submit-ham). Takes the site's settings,
 * the call, and what it is about (`aboutComment`). Returns the answer's text. Throws when there is none in time, when
 * it is no success, or when it leads elsewhere.
 */
export async function callService(
  { akismetUrl, akismetKey }: Service,
  call: "comment-check" | "submit-spam" | "submit-ham",
  about: Record<string, string>,
): Promise<string> {
  const response = await fetch(new URL(`1.1/${call}`, akismetUrl.endsWith("/") ? akismetUrl : `${akismetUrl}/`), {
    method: "POST",
    body: new URLSearchParams({ api_key: akismetKey, ...about }),
    headers: { "user-agent": "Leserbrief" },
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(MOST_MS),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`the service answered ${response.status}`);
  return answer.trim();
}

/**
 * What a service is told of a comment: what readers would see of it, the browser, and of the network address the
 * prefix that is kept. Never the e-mail address: it was given for the newsroom alone (DESIGN.md §4). Returns null when
 * the comment is gone, or its author took it back. Index: the primary keys.
 */
export async function aboutComment(commentId: string): Promise<Record<string, string> | null> {
  const comment = await privateDb.comment.findUnique({
    where: { id: commentId, withdrawnAt: null },
    select: {
      parentId: true,
      name: true,
      website: true,
      body: true,
      createdAt: true,
      contact: { select: { ipPrefix: true, userAgent: true } },
      post: { select: { slug: true, lang: true } },
    },
  });
  if (!comment) return null;
  const { parentId, name, website, body, createdAt, contact, post } = comment;
  const site = config().SITE_URL;
  return {
    blog: site,
    blog_lang: post.lang,
    blog_charset: "UTF-8",
    permalink: new URL(`/${post.slug}`, site).href,
    user_ip: contact?.ipPrefix?.replace(/\/\d+$/, "") ?? "",
    user_agent: contact?.userAgent ?? "",
    comment_type: parentId ? "reply" : "comment",
    comment_author: name,
    comment_author_url: website ?? "",
    comment_content: body,
    comment_date_gmt: createdAt.toISOString(),
  };
}
