import type { ServerResponse } from "node:http";
import { commentPath } from "@/lib/comments/address";
import type { OpenThread } from "@/lib/comments/open-threads";
import { logError } from "@/lib/log";
import { endEvents, tellEvent } from "@/lib/server/event-stream";

/** How so many new replies are told of. */
export type Phrase = (count: number) => string;

/** An open page that listens. */
export interface Listener {
  response: ServerResponse;
  /** How many comments it was made with. */
  since: number;
  /** How many new ones it was told of last. */
  told: number;
  /** How many of `shown` it holds already: the next one is the first that is new to it. */
  known: number;
}

/** The pages that are open under one post. */
export class LiveRoom {
  readonly listeners = new Set<Listener>();
  /** The comments that became public while somebody listens, in that order. */
  readonly shown: string[] = [];
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
    const listener = { response, since, told: 0, known: this.shown.length };
    this.listeners.add(listener);
    return listener;
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Takes the thread as it is now: tells all who listen, or lets them go when it is not there any more. */
  update(thread: OpenThread | undefined, phrase: Phrase): void {
    this.#thread = thread;
    for (const listener of this.listeners) {
      if (thread) this.tell(listener, phrase);
      else endEvents(listener.response);
    }
  }

  /** Tells one listener how many replies are new to it, and where the first of them stands, unless it knows. */
  tell(listener: Listener, phrase: Phrase): void {
    const { response, since, told, known } = listener;
    if (!this.#thread || !response.headersSent) return;
    const count = Math.max(0, this.#thread.count - since);
    if (count === told) return;
    listener.told = count;
    tellEvent(response, [count > 0 ? phrase(count) : "", pathOf(this.#thread, this.shown[known])]);
  }
}

/** Where the first new reply stands; unless that is known, the post's page, under an address that the browser loads anew. */
function pathOf({ slug }: OpenThread, firstNew: string | undefined): string {
  return firstNew ? commentPath(slug, firstNew) : `/${slug}?replies=new#comments`;
}
