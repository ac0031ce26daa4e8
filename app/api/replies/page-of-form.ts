import { publishedPath } from "@/lib/posts/path";

/** The page that holds the form alone: where a post has no page, or its page cannot be made. */
export const FORM_ALONE = "/reply-form";

/** The page that the reply form stands in, with its query. Takes the request and the fields as typed. */
export async function pageOfForm(request: Request, typed: Record<string, string>): Promise<string> {
  const path = await publishedPath(postAsked(request) ?? typed.postId);
  if (!path) return FORM_ALONE;
  return typed.parentId ? `${path}?${new URLSearchParams({ replyto: typed.parentId }).toString()}` : path;
}

/** Where who asks for a target of the form, by a reload or the back button, is led: to the post (CONTRACT.md 7). */
export async function postOfForm(request: Request): Promise<string> {
  return (await publishedPath(postAsked(request))) ?? "/";
}

function postAsked(request: Request): string | null {
  return new URL(request.url).searchParams.get("post");
}
