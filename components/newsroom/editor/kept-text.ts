import type { Place } from "./saver";
import type { Values } from "./values";

/** A text that was typed and is not known to be stored on the server: what, of which post, on which version. */
export interface Kept {
  kind: "post" | "page";
  values: Values;
  place: Place;
  at: string;
}

const PREFIX = "leserbrief.draft.";

/** Where this browser keeps the texts of one writer (it may serve two). */
export class KeptTexts {
  readonly #prefix: string;

  constructor(actorId: string) {
    this.#prefix = `${PREFIX}${actorId}.`;
  }

  /** The kept text of a post, or null. */
  of(postId: string): Kept | null {
    const text = localStorage.getItem(this.#prefix + postId);
    return text === null ? null : (JSON.parse(text) as Kept);
  }

  /** The text that was kept last of a post which the server may not know yet, or null. */
  newest(kind: Kept["kind"]): Kept | null {
    const all = Object.keys(localStorage)
      .filter((name) => name.startsWith(this.#prefix))
      .flatMap((name) => this.of(name.slice(this.#prefix.length)) ?? []);
    const fresh = all.filter(({ place, kind: each }) => place.version === null && each === kind);
    return fresh.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
  }

  /** Keeps a text; false when the browser has no room for it. */
  keep(kept: Kept): boolean {
    try {
      localStorage.setItem(this.#prefix + kept.place.id, JSON.stringify(kept));
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
      throw error;
    }
  }

  /** Lets a text go: it is stored on the server. */
  forget(postId: string): void {
    localStorage.removeItem(this.#prefix + postId);
  }
}
