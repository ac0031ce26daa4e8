import { newId } from "./new-id";
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

/**
 * Where this browser keeps the texts of one writer (it may serve two), for one open editor: two tabs with the same post
 * keep two texts, and neither takes away the other's.
 */
export class KeptTexts {
  readonly #prefix: string;
  readonly #editor = newId();

  constructor(actorId: string) {
    this.#prefix = `${PREFIX}${actorId}.`;
  }

  /** Takes the text of a post that was kept last over from whoever kept it; null: there is none. */
  take(postId: string): Kept | null {
    return this.#take(`${this.#prefix}${postId}`, () => true);
  }

  /** Takes over the text that was kept last of a post which the server may not know yet; null: there is none. */
  takeNew(kind: Kept["kind"]): Kept | null {
    return this.#take(this.#prefix, ({ place, kind: each }) => place.version === null && each === kind);
  }

  /** Keeps a text; false when the browser has no room for it. */
  keep(kept: Kept): boolean {
    try {
      localStorage.setItem(this.#own(kept.place.id), JSON.stringify(kept));
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
      throw error;
    }
  }

  /** Lets a text go: it is stored on the server. */
  forget(postId: string): void {
    localStorage.removeItem(this.#own(postId));
  }

  #own(postId: string): string {
    return `${this.#prefix}${postId}.${this.#editor}`;
  }

  /** An editor that is still open keeps its text anew once it changes, or is left. */
  #take(prefix: string, fits: (kept: Kept) => boolean): Kept | null {
    const all = Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => ({ name, kept: JSON.parse(localStorage.getItem(name) ?? "") as Kept }))
      .filter(({ kept }) => fits(kept));
    const newest = all.sort((a, b) => b.kept.at.localeCompare(a.kept.at))[0];
    if (!newest) return null;
    if (this.keep(newest.kept) && newest.name !== this.#own(newest.kept.place.id)) localStorage.removeItem(newest.name);
    return newest.kept;
  }
}
