import type { ServerResponse } from "node:http";
import { logError } from "@/lib/log";
import { MISSED } from "@/lib/server/desk-news";
import { tellEvent } from "@/lib/server/event-stream";

/** How often it is looked whether a reply has come to wait. */
export const LOOK_MS = 2_000;

/** An open desk: what was sent before `madeAt` (as Date.now) it has, or was told of. */
interface Desk {
  response: ServerResponse;
  madeAt: number;
}

/**
 * Tells open desks that a reply has come to wait: each makes its list anew. It is looked for while any is open, rather
 * than told by who sends it: so no reader waits for that, and a flood is told of once in a while. Takes the desks, what
 * reads when the newest one was sent that waits (null: none does), and how often, in ms. Returns the timer.
 */
export function tellOfWaiting(desks: ReadonlySet<Desk>, newestWaiting: () => Promise<Date | null>, everyMs: number): NodeJS.Timeout {
  const look = async () => {
    if (desks.size === 0) return;
    const at = (await newestWaiting())?.getTime() ?? 0;
    for (const desk of desks) {
      if (at <= desk.madeAt) continue;
      desk.madeAt = at;
      tellEvent(desk.response, [MISSED]);
    }
  };
  return setInterval(() => void look().catch((error: unknown) => logError("no look at what waits", error)), everyMs).unref();
}
