import type { ServerResponse } from "node:http";
import { commentPath } from "@/lib/comments/address";
import type { OpenThread } from "@/lib/comments/thread/open";
import { logError } from "@/lib/log";
import { endEvents, tellEvent } from "@/lib/server/event-stream";

/** How so many new replies to a post are told of. Takes their number and the post's language. */
export type Phrase = (count: number, lang: string) => string;

/** So many new replies are named at most: a page shows hardly more, and has a place for as much to wait. */
const MOST_NAMED = 50;

/** An open page that listens. */
export interface Listener {
  response: ServerResponse;
  /** How many comments it was made with. */
  since: number;
  /** What it was told last: how many new ones, where, and which. Null: nothing yet; what it was told before may be past. */
  told: string | null;
  /** How many of `shown` it holds already: those after them are new to it. */
  known: number;
}

/** The pages that are open under one post. */
export class LiveRoom {
  readonly listeners = new Set<Listener>();
  /** The comments that became public while somebody listens, in that order. */
  readonly shown: string[] = [];
  /** Those of them that readers saw when they were last looked for. */
  #visible = new Set<string>();
  /** Read once for all who come: how they are told of what is new, or null where nothing is published or can be read. */
  readonly opened: Promise<Phrase | null>;
  #thread: OpenThread | undefined;

  /** Takes how the thread is read. */
  constructor(look: () => Promise<{ thread: OpenThread | undefined; phrase: Phrase }>) {
    this.opened = look().then(
      ({ thread, phrase }) => {
        // What was heard of in the meantime is newer.
        this.#thread ??= thread;
        return thread ? phrase : null;
      },
      (error: unknown) => {
        logError("no news of replies", error);
        return null;
      },
    );
  }

  get isEmpty(): boolean {
    return this.listeners.size === 0;
  }

  enter(response: ServerResponse, since: number): Listener {
    const listener = { response, since, told: null, known: this.shown.length };
    this.listeners.add(listener);
    return listener;
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** The comments that became public and are new to somebody who listens. */
  get awaited(): string[] {
    return this.shown.slice(Math.min(...Array.from(this.listeners, ({ known }) => known)));
  }

  /**
   * Takes the thread as it is now, and which of `awaited` readers see: tells all who listen, or lets them go when the
   * thread is not there any more.
   */
  update(thread: OpenThread | undefined, visible: Set<string>, phrase: Phrase): void {
    this.#thread = thread;
    this.#visible = visible;
    for (const listener of this.listeners) {
      if (thread) this.tell(listener, phrase);
      else endEvents(listener.response);
    }
  }

  /**
   * Tells one listener how many replies are new to it, where the first of them stands, and which they are, unless it
   * knows. What became public since it came counts, also where others went meanwhile; the thread's count tells of what it
   * had missed before, and then nobody knows which those are.
   */
  tell(listener: Listener, phrase: Phrase): void {
    const { response, since, told, known } = listener;
    if (!this.#thread || !response.headersSent) return;
    const fresh = [...new Set(this.shown.slice(known))].filter((id) => this.#visible.has(id));
    const count = Math.max(fresh.length, this.#thread.count - since);
    const path = pathOf(this.#thread, fresh[0]);
    const which = fresh.length === count && count <= MOST_NAMED ? fresh.join(" ") : "";
    const news = count > 0 ? `${count} ${path} ${which}` : "";
    if (news === told) return;
    listener.told = news;
    tellEvent(response, [count > 0 ? phrase(count, this.#thread.lang) : "", path, which]);
  }
}

/** Where the first new reply stands; unless that is known, the post's page, under an address that the browser loads anew. */
function pathOf({ slug }: OpenThread, firstNew: string | undefined): string {
  return firstNew ? commentPath(slug, firstNew) : `/${slug}?replies=new#comments`;
}
