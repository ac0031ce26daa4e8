import type { ServerResponse } from "node:http";
import type { CommentStatus } from "@/lib/db/generated/enums";
import { logError } from "@/lib/log";
import { MISSED, type DeskNews, type Done } from "@/lib/server/desk-news";
import { beat, beginEvents, endEvents, tellEvent } from "@/lib/server/event-stream";
import { LOOK_MS, tellOfWaiting } from "@/lib/server/live-waiting";
import { Seats } from "@/lib/server/seats";

/** Open desks that listen, in all and of one colleague. */
const LIMITS = { all: 500, each: 12 };
/** How often a stream shows that it lives, and is asked whether its session still does. */
const BEAT_MS = 15_000;
/** Whoever was not heard of for so long looks at nothing any more: twice as long as a browser keeps silent. */
const LOOKING_MS = 40_000;

/** What is read to know what to say (lib/server/live-reads). */
export interface DeskReads {
  /** The names of these colleagues. */
  names(userIds: string[]): Promise<Map<string, string>>;
  /** When the newest reply was sent that waits; null where none does. */
  newestWaiting(): Promise<Date | null>;
}

/** What changes a list, of the kinds of tags (lib/cache/tags). */
const CHANGES = new Set(["moved", "settled", "opened", "runs"]);

/**
 * An open desk: whose it is, since when its page may have been made, or was told to be made anew (as Date.now), where it is
 * told, and whether they may still be told.
 */
interface Watcher {
  userId: string;
  madeAt: number;
  response: ServerResponse;
  stillMay: () => Promise<boolean>;
}

/**
 * Tells open desks what others decide and at what they look, by server-sent events (HTML, "Server-sent events"). It hears
 * of both as the page cache hears of changes, so from every instance. Who looks at what is kept in memory alone.
 */
export class LiveDesk {
  readonly #reads: DeskReads;
  readonly #seats = new Seats(LIMITS);
  readonly #watchers = new Set<Watcher>();
  readonly #looking = new Map<string, { id: string; until: number }>();
  readonly #names = new Map<string, string>();
  readonly #beating: NodeJS.Timeout;
  readonly #asking: NodeJS.Timeout;
  #changedAt = 0;
  #told = Promise.resolve();
  #isClosed = false;

  /** Takes the reads, how often a stream shows that it lives, and how often it is looked for what waits. */
  constructor(reads: DeskReads, { beatMs = BEAT_MS, waitingMs = LOOK_MS } = {}) {
    this.#reads = reads;
    this.#beating = setInterval(() => this.#beat(), beatMs).unref();
    this.#asking = tellOfWaiting(this.#watchers, () => reads.newestWaiting(), waitingMs);
  }

  /**
   * Lets a desk listen: its response is a stream from here on, which begins with who looks at what, and with that
   * something was missed where anything changed since its page was made. Returns false, and leaves the response alone,
   * where too many listen or the server is about to stop.
   */
  admit(watcher: Watcher): boolean {
    const { userId, response, madeAt } = watcher;
    if (this.#isClosed || response.closed || !this.#seats.take(userId)) return false;
    this.#watchers.add(watcher);
    response.once("close", () => {
      this.#watchers.delete(watcher);
      this.#seats.leave(userId);
    });
    beginEvents(response);
    if (this.#changedAt >= madeAt) tellEvent(response, [MISSED]);
    for (const [by, { id }] of this.#looking) this.#tell({ kind: "looking", id, by }, [watcher]);
    return true;
  }

  /** Hears of a change (lib/cache/tags). */
  hear(tag: string): void {
    const [kind, first = "", second = "", by = ""] = tag.split(":");
    if (CHANGES.has(kind ?? "")) this.#changedAt = Date.now();
    if (kind === "moved") this.#tell({ kind, id: first, to: second as CommentStatus, by });
    if (kind === "settled") this.#tell({ kind, id: first, by: second });
    if (kind === "opened") this.#tell({ kind, id: first });
    if (kind === "looking") this.#look(first, second || null);
    if (kind === "user") this.#names.delete(first);
    if (kind === "runs") this.#tellMissed(first);
  }

  /** Any change may have been missed. */
  hearAnything(): void {
    this.#changedAt = Date.now();
    this.#names.clear();
    this.#tellMissed();
  }

  /** Ends every stream; from here on nobody is admitted. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#beating);
    clearInterval(this.#asking);
    for (const { response } of this.#watchers) endEvents(response);
  }

  #tellMissed(to?: string): void {
    for (const { userId, response } of this.#watchers) if (to === undefined || userId === to) tellEvent(response, [MISSED]);
  }

  #look(by: string, id: string | null): void {
    const before = this.#looking.get(by)?.id ?? null;
    if (id) this.#looking.set(by, { id, until: Date.now() + LOOKING_MS });
    else this.#looking.delete(by);
    if (id !== before) this.#tell({ kind: "looking", id, by });
  }

  /** One after the other, since names may have to be read: what happened later is told later. */
  #tell(news: Done | Extract<DeskNews, { kind: "opened" }>, to: Iterable<Watcher> = this.#watchers): void {
    this.#told = this.#told.then(async () => {
      const watchers = [...to];
      if (watchers.length === 0) return;
      const line = JSON.stringify(("by" in news ? { ...news, who: await this.#nameOf(news.by) } : news) satisfies DeskNews);
      for (const { response } of watchers) tellEvent(response, [line]);
    });
  }

  async #nameOf(userId: string): Promise<string | null> {
    try {
      const name = this.#names.get(userId) ?? (await this.#reads.names([userId])).get(userId);
      if (name !== undefined) this.#names.set(userId, name);
      return name ?? null;
    } catch (error) {
      logError("no name of a colleague", error);
      return null;
    }
  }

  #beat(): void {
    const now = Date.now();
    for (const [by, { until }] of this.#looking) if (until < now) this.#look(by, null);
    for (const watcher of this.#watchers) void this.#check(watcher);
  }

  async #check({ response, stillMay }: Watcher): Promise<void> {
    const may = await stillMay().catch(() => false);
    if (!may) endEvents(response);
    else beat(response);
  }
}
