import { currentActor } from "@/lib/auth";
import { recentPictures } from "@/lib/media/newsroom";
import { uploadMedia } from "@/lib/media/upload";
import { statusOf, type Refusal } from "@/lib/result";

/** The pictures to choose from, newest first; `?after=ID` goes on. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return answer({ ok: false, error: "forbidden" });
  return answer(await recentPictures(actor, new URL(request.url).searchParams.get("after") ?? undefined));
}

/** Takes a picture in: a multipart form with `file` and `alt`. The server bounds its body and checks its Origin. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return answer({ ok: false, error: "forbidden" });
  if (!/^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "")) return answer({ ok: false, error: "unsupportedType" });
  const form = await request.formData().catch(() => null);
  if (!form) return answer({ ok: false, error: "unreadable" });
  const file = form.get("file");
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : undefined;
  return answer(await uploadMedia(actor, { bytes, alt: form.get("alt") ?? undefined }));
}

function answer(result: { ok: true } | Refusal): Response {
  return Response.json(result, { status: result.ok ? 200 : statusOf(result.error), headers: { "cache-control": "no-store" } });
}
