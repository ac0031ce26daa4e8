import type { ServerResponse } from "node:http";
import type { OpenThread } from "@/lib/comments/thread/open";
import { logError } from "@/lib/log";
import { beat, beginEvents, endEvents } from "@/lib/server/event-stream";
import { LiveRoom, type Phrase } from "@/lib/server/live-room";
import { Seats } from "@/lib/server/seats";
import { networkOf } from "@/lib/throttle/network";

/** Open pages that listen, in all and of one network address; what is beyond hears nothing, and loses nothing by it. */
const LIMITS = { all: 2_000, each: 20 };
/** Several approvals within this time are told of once. */
const GATHER_MS = 300;
/** More often than proxies give a silent connection up. */
const BEAT_MS = 25_000;

/** What is read to know what to say (lib/server/live-reads). */
export interface LiveReads {
  /** The published ones of these posts, with their counts. */
  threads(postIds: string[]): Promise<Map<string, OpenThread>>;
  /** Those of these comments that readers see. */
  visible(commentIds: string[]): Promise<Set<string>>;
  /** How new replies are told of. */
  phrase(): Promise<Phrase>;
}

/** An open page that wants to hear of new replies: those beyond the `since` comments that it was made with. */
export interface Wish {
  postId: string;
  since: number;
  /** The reader's address, as the server established it. */
  ip: string;
}

/**
 * Tells open pages of new replies by server-sent events (HTML, "Server-sent events"). It hears of changes as the page
 * cache does, and reads once for all who listen. Whatever fails, it only falls silent.
 */
export class LiveReplies {
  readonly #reads: LiveReads;
  readonly #seats: Seats;
  readonly #rooms = new Map<string, LiveRoom>();
  readonly #changed = new Set<string>();
  readonly #beating: NodeJS.Timeout;
  #isTelling = false;
  #isClosed = false;

  /** Takes the reads, how many may listen, and how often a stream shows that it lives. */
  constructor(reads: LiveReads, limits = LIMITS, beatMs = BEAT_MS) {
    this.#reads = reads;
    this.#seats = new Seats(limits);
    this.#beating = setInterval(() => this.#streams(beat), beatMs).unref();
  }

  /**
   * Lets a page listen: its response is a stream from here on. Returns false, and leaves the response alone, where
   * too many listen, nothing is published, the database is away or the server is about to stop.
   */
  async admit(response: ServerResponse, { postId, since, ip }: Wish): Promise<boolean> {
    const network = networkOf(ip);
    if (this.#isClosing() || !this.#seats.take(network)) return false;
    const room = this.#rooms.get(postId) ?? this.#open(postId);
    const listener = room.enter(response, since);
    const leave = () => {
      this.#seats.leave(network);
      room.leave(listener);
      if (room.isEmpty && this.#rooms.get(postId) === room) this.#rooms.delete(postId);
    };
    response.once("close", leave);
    const phrase = await room.opened;
    if (phrase && !this.#isClosing()) {
      beginEvents(response);
      room.tell(listener, phrase);
      return true;
    }
    response.off("close", leave);
    if (!response.closed) leave();
    return false;
  }

  /** Hears of a change (lib/cache/tags). */
  hear(tag: string): void {
    const [kind, postId = "", comment] = tag.split(":");
    const room = this.#rooms.get(postId);
    if (kind === "shown" && comment) room?.shown.push(comment);
    if (room && (kind === "thread" || kind === "post")) this.#gather(postId);
  }

  /** Any change may have been missed: looks at every thread again. */
  hearAnything(): void {
    this.#gather(...this.#rooms.keys());
  }

  /** Ends every stream; from here on nobody is admitted. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#beating);
    this.#streams(endEvents);
  }

  #isClosing(): boolean {
    return this.#isClosed;
  }

  #open(postId: string): LiveRoom {
    const room = new LiveRoom(async () => {
      const [threads, phrase] = await Promise.all([this.#reads.threads([postId]), this.#reads.phrase()]);
      return { thread: threads.get(postId), phrase };
    });
    this.#rooms.set(postId, room);
    return room;
  }

  #gather(...postIds: string[]): void {
    for (const postId of postIds) this.#changed.add(postId);
    if (this.#isTelling || this.#changed.size === 0) return;
    this.#isTelling = true;
    setTimeout(() => void this.#tellChanged(), GATHER_MS).unref();
  }

  /** One round after the other: an older count never comes after a newer one. */
  async #tellChanged(): Promise<void> {
    const postIds = [...this.#changed].filter((postId) => this.#rooms.has(postId));
    this.#changed.clear();
    try {
      const awaited = postIds.flatMap((postId) => this.#rooms.get(postId)?.awaited ?? []);
      const reads = this.#reads;
      const [threads, visible, phrase] = await Promise.all([reads.threads(postIds), reads.visible(awaited), reads.phrase()]);
      for (const postId of postIds) this.#rooms.get(postId)?.update(threads.get(postId), visible, phrase);
    } catch (error) {
      logError("no news of replies", error);
    }
    this.#isTelling = false;
    this.#gather();
  }

  #streams(each: (response: ServerResponse) => void): void {
    for (const room of this.#rooms.values()) for (const { response } of room.listeners) each(response);
  }
}
