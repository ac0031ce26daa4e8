import type { PostCard } from "@/lib/posts/cards";

/** So many posts stand under the one that opens the front page, also when fewer were chosen. */
const LEAST_SECONDS = 2;

/** The front page's posts: those that open it (the first is the lead), the others, and whether the newsroom chose any. */
export interface FrontPosts {
  top: PostCard[];
  others: PostCard[];
  isArranged: boolean;
}

/**
 * Puts the chosen posts in front of the newest ones: one opens the page, two to four stand under it. Takes the newest,
 * the chosen ones that are public, in their order, and the id of the one that opens the page; places that nobody
 * chose for are the newest posts'. Each post stands once.
 */
export function arrangeFront(newest: PostCard[], chosen: PostCard[], leadId: string): FrontPosts {
  const rest = newest.filter(({ id }) => !chosen.some((each) => each.id === id));
  const lead = chosen.find(({ id }) => id === leadId) ?? rest.shift();
  const seconds = chosen.filter((each) => each !== lead);
  const all = [...(lead ? [lead] : []), ...seconds, ...rest];
  const size = 1 + Math.max(LEAST_SECONDS, seconds.length);
  return { top: all.slice(0, size), others: all.slice(size), isArranged: chosen.length > 0 };
}
