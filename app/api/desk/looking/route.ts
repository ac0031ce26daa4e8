import { currentActor } from "@/lib/auth";
import { noteLooking } from "@/lib/comments/desk/look";
import { jsonAnswer, readJson } from "@/lib/forms";

/** An open desk says at which comment its moderator looks (`noteLooking`). */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return jsonAnswer({ ok: false, error: "signedOut" });
  const sent = await readJson(request);
  return jsonAnswer(sent.ok ? await noteLooking(actor, sent.value) : sent);
}
