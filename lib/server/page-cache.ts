import { LRUCache } from "lru-cache";

/** A page that was made, with how it is to be kept. */
export interface Made<Page> {
  page: Page;
  /** Which part of the memory it may take: pages of one shelf never push out those of another. */
  shelf: string;
  bytes: number;
  /** 0: sent, but not kept. */
  keepSeconds: number;
  /** When it stops being true by the clock alone: it is not kept longer. */
  validUntil?: Date;
  /** It could not be made (5xx): one that has merely expired is served in its place. */
  isFailure?: boolean;
}

/** Makes the page of a key, and notes in `shows` the tags of all that it shows. */
export type Make<Page> = (key: string, shows: Set<string>) => Promise<Made<Page>>;

interface Kept<Page> extends Made<Page> {
  shows: ReadonlySet<string>;
  expiresAt: number;
}

/** A page being made, and what changed since it was begun. */
interface Making {
  shows: Set<string>;
  changed: Set<string>;
  everythingChanged: boolean;
}

/**
 * Finished pages by key, dropped by tag. A page is made once however many ask for it at the same time; one that shows
 * what changed while it was made is sent but not kept, and whoever asks after a change never gets one begun before.
 */
export class PageCache<Page extends object> {
  readonly #shelves: Map<string, LRUCache<string, Kept<Page>>>;
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #joinable = new Map<string, Promise<Page>>();
  readonly #makings = new Set<Making>();
  readonly #make: Make<Page>;
  readonly #now: () => number;

  /** Takes how a page is made, the bytes that each shelf may hold, and the clock in milliseconds. */
  constructor(make: Make<Page>, shelves: Record<string, number>, now: () => number = Date.now) {
    this.#make = make;
    this.#now = now;
    this.#shelves = new Map(Object.entries(shelves).map(([name, maxSize]) => [name, this.#shelf(maxSize)]));
  }

  /** The page, if it lies ready and has not expired. */
  ready(key: string): Page | undefined {
    const kept = this.#kept(key);
    return kept && kept.expiresAt > this.#now() ? kept.page : undefined;
  }

  /** The page, made now unless it lies ready or is being made. Rejects when making it throws. */
  ask(key: string): Promise<Page> {
    const page = this.ready(key);
    if (page) return Promise.resolve(page);
    const joined = this.#joinable.get(key);
    if (joined) return joined;
    const made = this.#makeAndKeep(key).finally(() => {
      if (this.#joinable.get(key) === made) this.#joinable.delete(key);
    });
    this.#joinable.set(key, made);
    return made;
  }

  /** Drops every page that shows one of these tags, also those that are being made. */
  drop(...tags: string[]): void {
    this.#joinable.clear();
    for (const making of this.#makings) for (const tag of tags) making.changed.add(tag);
    for (const tag of tags) for (const key of [...(this.#keysByTag.get(tag) ?? [])]) this.#forget(key);
  }

  /** Drops everything. */
  dropAll(): void {
    this.#joinable.clear();
    for (const making of this.#makings) making.everythingChanged = true;
    for (const shelf of this.#shelves.values()) shelf.clear();
  }

  async #makeAndKeep(key: string): Promise<Page> {
    const making: Making = { shows: new Set(), changed: new Set(), everythingChanged: false };
    this.#makings.add(making);
    try {
      const made = await this.#make(key, making.shows);
      // What is still here has merely expired: a page that was dropped would show what was withdrawn.
      if (made.isFailure) return this.#kept(key)?.page ?? made.page;
      const expiresAt = this.#expiryOf(made);
      if (expiresAt > this.#now() && !isLate(making)) this.#keep(key, { ...made, shows: making.shows, expiresAt });
      return made.page;
    } finally {
      this.#makings.delete(making);
    }
  }

  #expiryOf({ keepSeconds, validUntil }: Made<Page>): number {
    return Math.min(this.#now() + keepSeconds * 1000, validUntil?.getTime() ?? Infinity);
  }

  #keep(key: string, kept: Kept<Page>): void {
    this.#forget(key);
    const shelf = this.#shelves.get(kept.shelf);
    shelf?.set(key, kept);
    if (!shelf?.has(key)) return;
    for (const tag of kept.shows) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      this.#keysByTag.set(tag, keys.add(key));
    }
  }

  #kept(key: string): Kept<Page> | undefined {
    for (const shelf of this.#shelves.values()) {
      const kept = shelf.get(key);
      if (kept) return kept;
    }
    return undefined;
  }

  #forget(key: string): void {
    for (const shelf of this.#shelves.values()) shelf.delete(key);
  }

  #shelf(maxSize: number): LRUCache<string, Kept<Page>> {
    return new LRUCache({
      maxSize,
      sizeCalculation: ({ bytes }) => Math.max(1, bytes),
      dispose: ({ shows }, key) => {
        for (const tag of shows) {
          const keys = this.#keysByTag.get(tag);
          keys?.delete(key);
          if (keys?.size === 0) this.#keysByTag.delete(tag);
        }
      },
    });
  }
}

function isLate({ shows, changed, everythingChanged }: Making): boolean {
  return everythingChanged || [...shows].some((tag) => changed.has(tag));
}
