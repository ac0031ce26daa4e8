import { acceptedReply } from "@/app/api/replies/accepted";
import { FORM_ALONE, pageOfForm, postOfForm } from "@/app/api/replies/page-of-form";
import { currentActor } from "@/lib/auth";
import { challengeFor } from "@/lib/comments/checks/challenge";
import { submitComment, type Submitted } from "@/lib/comments/submit";
import { readForm, refused, seeOther, wantsJson } from "@/lib/forms";
import { withUntil } from "@/lib/i18n/until";
import { keepTyped, sender } from "@/lib/server/bridge";

/** Takes a reader's reply (CONTRACT.md 7–11). The query's `post` finds the page again; the form's own field decides. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  keepTyped(FORM_ALONE, typed);
  const result = form.ok ? await withUntil(await submitComment(sender(), typed, await currentActor())) : form;
  return result.ok ? accepted(request, result) : refused(request, typed, result, await pageOfForm(request, typed));
}

/** Who asks for the form's target, by a reload or the back button, is led to the post. */
export async function GET(request: Request): Promise<Response> {
  return seeOther(await postOfForm(request));
}

async function accepted(request: Request, { commentId, receipt, isNew, made, mayProve }: Submitted): Promise<Response> {
  if (!wantsJson(request)) return seeOther(`/receipts/${receipt}#reply`);
  const challenge = mayProve ? await challengeFor(commentId) : undefined;
  const answer = { ...(await acceptedReply(receipt, made)), challenge };
  return Response.json(answer, { status: isNew ? 201 : 200, headers: { "cache-control": "no-store" } });
}
