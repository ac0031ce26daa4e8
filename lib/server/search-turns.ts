import { LRUCache } from "lru-cache";
import { networkOf } from "@/lib/throttle/network";

/** Searches and suggestions that are made for one network address within a minute; kept ones count for nothing. */
const LIMITS = { search: 60, suggestions: 240 };
const WINDOW_SECONDS = 60;
/** Networks whose turns are counted; of more the longest silent ones begin anew. */
const MOST_NETWORKS = 20_000;

/**
 * Who may have a search made, each of which is work for the database. Counted here in memory and not in the database
 * (lib/throttle): a count there would cost more than what it saves, and each instance has its own work to guard.
 */
export class SearchTurns {
  readonly #counts: LRUCache<string, { left: number; until: number }>;
  readonly #now: () => number;

  /** Takes the clock in milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#counts = new LRUCache({ max: MOST_NETWORKS });
    this.#now = now;
  }

  /** Takes a turn. Takes what is asked for and the address of who asks. Returns 0, or in how many seconds there is one again. */
  take(kind: keyof typeof LIMITS, ip: string): number {
    const key = `${kind} ${networkOf(ip)}`;
    const now = this.#now();
    const running = this.#counts.get(key);
    const count = running && running.until > now ? running : { left: LIMITS[kind], until: now + WINDOW_SECONDS * 1000 };
    this.#counts.set(key, count);
    if (count.left === 0) return Math.max(1, Math.ceil((count.until - now) / 1000));
    count.left--;
    return 0;
  }
}

/** What kind of turn an address needs: none for other pages, and for the empty search form. */
export function turnFor(url: string): keyof typeof LIMITS | null {
  if (url.startsWith("/search/suggestions?")) return "suggestions";
  return url.startsWith("/search?") ? "search" : null;
}
