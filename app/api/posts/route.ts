import { currentActor } from "@/lib/auth";
import { jsonAnswer, readJson } from "@/lib/forms";
import { savePost } from "@/lib/posts/save";

/** Saves a post or static page as the editor sends it while one types (`savePost`). */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return jsonAnswer({ ok: false, error: "signedOut" });
  const sent = await readJson(request);
  return jsonAnswer(sent.ok ? await savePost(actor, sent.value) : sent);
}
