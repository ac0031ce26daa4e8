import { jsonAnswer, readJson } from "@/lib/forms";
import { notePresence } from "@/lib/posts/presence";
import { currentWriter } from "../writer";

/** An open editor says that it is there, and hears who else is (`notePresence`). */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentWriter(request);
  if (!actor) return jsonAnswer({ ok: false, error: "signedOut" });
  const sent = await readJson(request);
  return jsonAnswer(sent.ok ? await notePresence(actor, sent.value) : sent);
}
