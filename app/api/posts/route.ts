import { jsonAnswer, readJson } from "@/lib/forms";
import { savePost } from "@/lib/posts/save";
import { currentWriter } from "./writer";

/** Saves a post or static page as the editor sends it while one types (`savePost`). */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentWriter(request);
  if (!actor) return jsonAnswer({ ok: false, error: "signedOut" });
  const sent = await readJson(request);
  return jsonAnswer(sent.ok ? await savePost(actor, sent.value) : sent);
}
