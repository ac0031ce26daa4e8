import { newId } from "./new-id";
import type { Place } from "./saver";
import type { Values } from "./values";

/** A text that was typed and is not known to be stored on the server: what, of which post, on which version. */
export interface Kept {
  kind: "post" | "page";
  values: Values;
  place: Place;
  at: string;
  /** The version that the server has stored it as meanwhile. */
  storedAs?: number;
}

const PREFIX = "leserbrief.draft.";
/** A page lives on until the next one is there: that one is made well within this time. */
const SWAP_MS = 5_000;

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
    return this.#take(this.#prefix, ({ place, kind: each, storedAs }) => place.version === null && each === kind && storedAs === undefined);
  }

  /** Keeps a text; false when the browser has no room for it. */
  keep(kept: Kept): boolean {
    return this.#write(this.#own(kept.place.id), JSON.stringify(kept));
  }

  /**
   * Lets a text go that the server has stored as this version; with null, at once. A page that is loaded anew may have been
   * made from what was stored just before: so the text stays for a moment, and says as what it was stored.
   */
  forget(postId: string, storedAs: number | null): void {
    const name = this.#own(postId);
    const text = localStorage.getItem(name);
    if (text === null) return;
    const marked = JSON.stringify({ ...(JSON.parse(text) as Kept), storedAs });
    if (storedAs === null || !this.#write(name, marked)) return localStorage.removeItem(name);
    setTimeout(() => {
      if (localStorage.getItem(name) === marked) localStorage.removeItem(name);
    }, SWAP_MS);
  }

  #write(name: string, text: string): boolean {
    try {
      localStorage.setItem(name, text);
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
      throw error;
    }
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
