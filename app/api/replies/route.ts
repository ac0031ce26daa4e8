import { getTranslations } from "next-intl/server";
import { currentActor } from "@/lib/auth";
import { ownReply } from "@/lib/comments/own";
import { submitComment, type Submitted } from "@/lib/comments/submit";
import { readForm, refused, seeOther, wantsJson } from "@/lib/forms";
import { publishedPath } from "@/lib/posts/path";
import { keepTyped, sender } from "@/lib/server/bridge";

/** The page that holds the form alone: where a post has no page, or its page cannot be made. */
const FORM_ALONE = "/reply-form";

/** Takes a reader's reply (CONTRACT.md 7–11). The query's `post` finds the page again; the form's own field decides. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  keepTyped(FORM_ALONE, typed);
  const result = form.ok ? await submitComment(sender(), typed, await currentActor()) : form;
  return result.ok ? accepted(request, result) : refused(request, typed, result, await pageOf(request, typed));
}

/** Who asks for the form's target, by a reload or the back button, is led to the post. */
export async function GET(request: Request): Promise<Response> {
  return seeOther((await publishedPath(postAsked(request))) ?? "/");
}

async function accepted(request: Request, { receipt, isNew }: Submitted): Promise<Response> {
  const path = `/receipts/${receipt}`;
  if (!wantsJson(request)) return seeOther(`${path}#reply`);
  const [t, reply] = await Promise.all([getTranslations("receipt"), ownReply(receipt)]);
  const answer = { ok: true, receipt: path, message: t(reply?.fate ?? "awaiting"), name: reply?.name, html: reply?.html };
  return Response.json(answer, { status: isNew ? 201 : 200, headers: { "cache-control": "no-store" } });
}

async function pageOf(request: Request, typed: Record<string, string>): Promise<string> {
  const path = await publishedPath(postAsked(request) ?? typed.postId);
  if (!path) return FORM_ALONE;
  return typed.parentId ? `${path}?${new URLSearchParams({ replyto: typed.parentId }).toString()}` : path;
}

function postAsked(request: Request): string | null {
  return new URL(request.url).searchParams.get("post");
}
