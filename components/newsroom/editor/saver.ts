import type { Draft, DraftInput } from "@/lib/posts/draft";
import type { Saved } from "@/lib/posts/show-draft";
import type { StaleRefusal } from "@/lib/posts/stale";
import type { Refusal, Result } from "@/lib/result";
import { newId } from "./new-id";

/** What the server said to a save, or that it could not be asked. */
export type SaveAnswer = Result<Saved> | StaleRefusal | Unreachable;

/** No answer: the network, the server or its database is away. What was sent may have been stored all the same. */
export type Unreachable = Omit<Refusal, "error"> & { error: "offline" };

/** Which post a text belongs to, and how far the server is known to have it. */
export interface Place {
  id: string;
  /** The stored version that the text was typed on; null: the post is new. */
  version: number | null;
  /** The keys of the saves that were sent on that version and have no answer. */
  unanswered: string[];
}

/** The fields of a save, without what the saver itself adds. */
export type SentFields = Omit<DraftInput, keyof Pick<Draft, "id" | "version" | "key" | "unanswered" | "isAutosave">>;

/** Sends a save; never rejects. */
export type Send = (input: DraftInput) => Promise<SaveAnswer>;

const MOST_UNANSWERED = 200;

/**
 * Saves one post, one save at a time. Each save has a key, and names those before it that were never answered: so the
 * server tells a text of this editor, whose answer was lost, from a text of somebody else (lib/posts/save.ts).
 */
export class Saver {
  #place: Place;
  #last: Promise<unknown> = Promise.resolve();
  readonly #send: Send;

  constructor(place: Place, send: Send) {
    this.#place = place;
    this.#send = send;
  }

  get place(): Place {
    return this.#place;
  }

  /** Saves what `read` gives once the saves before it are answered. */
  save(read: () => SentFields, isAutosave: boolean): Promise<SaveAnswer> {
    const answer = this.#last.then(() => this.#ask(read(), isAutosave));
    this.#last = answer;
    return answer;
  }

  /** Saves without waiting for those before it, for a page that is left: its answer may be heard by nobody. */
  saveLast(fields: SentFields): Promise<SaveAnswer> {
    return this.#ask(fields, true);
  }

  /** Goes on from the stored version that the person has seen now. */
  goOnFrom(version: number): void {
    this.#place = { ...this.#place, version, unanswered: [] };
  }

  async #ask(fields: SentFields, isAutosave: boolean): Promise<SaveAnswer> {
    const { id, version, unanswered } = this.#place;
    const key = newId();
    this.#place = { id, version, unanswered: [...unanswered, key].slice(-MOST_UNANSWERED) };
    const answer = await this.#send({ ...fields, id, version: version ?? undefined, key, unanswered, isAutosave });
    if (answer.ok) this.#hearStored(key, answer.version);
    return answer;
  }

  /** What was sent before this one is behind it; what was sent after it may still have been stored on top. */
  #hearStored(key: string, version: number): void {
    const { id, version: known, unanswered } = this.#place;
    if (known !== null && known > version) return;
    this.#place = { id, version, unanswered: unanswered.slice(unanswered.indexOf(key) + 1) };
  }
}
