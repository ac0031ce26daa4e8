import { acceptedReply } from "@/app/api/replies/accepted";
import { proveWork } from "@/lib/comments/prove-work";
import { readForm } from "@/lib/forms";
import { statusOf } from "@/lib/status-of";

/** Takes the work that a browser did for a doubtful reply (components/public/prove.ts), and says what became of the reply. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  const result = form.ok ? await proveWork(form.fields.proof ?? "") : form;
  const headers = { "cache-control": "no-store" };
  if (!result.ok) return Response.json(result, { status: statusOf(result.error), headers });
  return Response.json(await acceptedReply(result.receipt), { headers });
}
