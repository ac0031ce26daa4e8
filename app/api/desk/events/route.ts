import { currentActor } from "@/lib/auth";
import { mayModerate } from "@/lib/comments/policy";
import { jsonAnswer } from "@/lib/forms";

/** Who wants to hear what others do at the desk: the server makes a stream of it (lib/server/live.ts). */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return jsonAnswer({ ok: false, error: "signedOut" });
  if (!mayModerate(actor)) return jsonAnswer({ ok: false, error: "forbidden" });
  const answer = { ok: true, id: actor.id } as const;
  return jsonAnswer(answer);
}
