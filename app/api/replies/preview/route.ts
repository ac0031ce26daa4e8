import { FORM_ALONE, pageOfForm, postOfForm } from "@/app/api/replies/page-of-form";
import { previewComment } from "@/lib/comments/preview";
import { readForm, refused, seeOther, wantsJson } from "@/lib/forms";
import { keepTyped, pageWithPreview } from "@/lib/server/bridge";

/** Shows a reply before it is sent: in its page, above the form with all that was typed, or as JSON. Nothing is stored. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const typed = form.ok ? form.fields : {};
  keepTyped(FORM_ALONE, typed);
  const result = form.ok ? previewComment(typed) : form;
  if (!result.ok) return refused(request, typed, result, await pageOfForm(request, typed));
  if (wantsJson(request)) return Response.json(result, { headers: { "cache-control": "no-store" } });
  const { name, html } = result;
  return pageWithPreview(await pageOfForm(request, typed), { typed, name, html });
}

/** Who asks for the preview's address, by a reload or the back button, is led to the post. */
export async function GET(request: Request): Promise<Response> {
  return seeOther(await postOfForm(request));
}
