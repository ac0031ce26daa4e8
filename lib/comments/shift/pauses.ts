import type { Sender } from "@/lib/server/bridge";
import { networkOf } from "@/lib/throttle/network";
import type { Allowance } from "@/lib/throttle/take-turn";

/**
 * So many replies to one post may come from one network within a pause: a school class, an office or a family writes from
 * behind one address, and nobody of them shall wait for another. It only bounds who types a new address for each reply.
 */
const REPLIES_OF_ONE_NETWORK = 30;

/**
 * In slow mode one pauses from one reply to the next, under one e-mail address; signed-in colleagues answer at the desk.
 * Counted apart for each network: who types a stranger's address neither learns when its owner wrote nor takes their turn.
 * Takes who sends a reply, what it is, and the pause in seconds; 0: there is none.
 */
export function pausesOf({ ip }: Sender, { email, postId }: { email: string; postId: string }, seconds: number): Allowance[] {
  if (seconds === 0) return [];
  return [
    { name: "reply.slow", who: `${postId} ${email.toLowerCase()} ${networkOf(ip)}`, limit: 1, seconds },
    { name: "reply.slow.network", who: `${postId} ${networkOf(ip)}`, limit: REPLIES_OF_ONE_NETWORK, seconds },
  ];
}
