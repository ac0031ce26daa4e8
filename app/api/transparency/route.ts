import { currentActor } from "@/lib/auth";
import type { Refusal } from "@/lib/result";
import { statusOf } from "@/lib/status-of";
import { fileAnswer, FORMATS } from "@/lib/transparency/file-answer";
import { anyReport } from "@/lib/transparency/newsroom";

/** `/api/transparency?period=2026-h1&format=csv`: the numbers of any period as a file, for who decides on replies. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return refused({ ok: false, error: "forbidden" });
  const asked = new URL(request.url).searchParams;
  const format = FORMATS.find((each) => each === asked.get("format"));
  const report = await anyReport(actor, asked.get("period") ?? undefined);
  if (!report.ok) return refused(report);
  return format ? fileAnswer(format, report.period, report.figures) : refused({ ok: false, error: "notFound" });
}

function refused(refusal: Refusal): Response {
  return Response.json(refusal, { status: statusOf(refusal.error) });
}
