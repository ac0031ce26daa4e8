import { currentActor } from "@/lib/auth";
import { listMedia } from "@/lib/media/newsroom";
import { replaceMedia } from "@/lib/media/replace";
import { uploadMedia } from "@/lib/media/upload";
import type { Refusal } from "@/lib/result";
import { statusOf } from "@/lib/status-of";

/** The pictures to choose from, newest first; `?q=WORDS` finds some of them, `?after=ID` goes on. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return answer({ ok: false, error: "forbidden" });
  return answer(await listMedia(actor, Object.fromEntries(new URL(request.url).searchParams)));
}

/**
 * Takes a picture in: a multipart form with `file` and `alt`, and, where they are known, `caption` and `credit`; with
 * `id` the file takes that picture's place. The server bounds its body and checks its Origin.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return answer({ ok: false, error: "forbidden" });
  if (!/^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "")) return answer({ ok: false, error: "unsupportedType" });
  const form = await request.formData().catch(() => null);
  if (!form) return answer({ ok: false, error: "unreadable" });
  const { file, ...texts } = Object.fromEntries(form);
  const sent = file instanceof File ? { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name } : {};
  return answer(await (form.has("id") ? replaceMedia : uploadMedia)(actor, { ...texts, ...sent }));
}

function answer(result: { ok: true } | Refusal): Response {
  return Response.json(result, { status: result.ok ? 200 : statusOf(result.error), headers: { "cache-control": "no-store" } });
}
