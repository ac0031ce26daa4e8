import type { Parts } from "./autosave-parts";
import { fingerprint } from "./same";
import type { SaveAnswer, SentFields } from "./saver";

/** A change is stored when one pauses, and within the longest wait though one does not: together under 2 seconds. */
const PAUSE_MS = 500;
const LONGEST_WAIT_MS = 1_200;
/** While the server is away it is asked again after these pauses, the last one from then on. */
const AGAIN_MS = [1_000, 2_000, 4_000, 8_000];

/** Stores a text by itself while it is typed: on this device at once, on the server within 2 seconds or as soon as that answers. */
export class Autosave {
  #parts: Parts;
  #stored: string;
  #changedAt: number | null = null;
  #failures = 0;
  #isHeld = false;
  #saving: Promise<unknown> | null = null;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;

  /** `stored`: the fields as the server has them. */
  constructor(parts: Parts, stored: SentFields) {
    this.#parts = parts;
    this.#stored = fingerprint(stored);
  }

  /** Whether something was typed that is not known to be on the server. */
  get isChanged(): boolean {
    return fingerprint(this.#parts.read()) !== this.#stored;
  }

  /** Who reads the fields and hears the answers from now on. */
  attend(parts: Pick<Parts, "read" | "onAnswer">): void {
    this.#parts = { ...this.#parts, ...parts };
  }

  /** Call it after every change. */
  touch(): void {
    // At each key, not a moment later: the browser may be killed in that moment, or the page loaded anew.
    this.#parts.keep();
    this.#changedAt ??= Date.now();
    if (this.#isHeld || this.#failures > 0) return;
    this.#parts.onState({ is: "changed" });
    this.#after(Math.max(0, Math.min(PAUSE_MS, this.#changedAt + LONGEST_WAIT_MS - Date.now())));
  }

  /** Stores what was changed now, if anything was: when one comes back to the page, or the network does. */
  tryNow(): void {
    if (!this.#isHeld && !this.#saving && this.isChanged) void this.#run();
  }

  /** Stores the fields by hand, changed or not, and lets the autosave go on where it was held. */
  async store(): Promise<SaveAnswer> {
    this.#isHeld = false;
    clearTimeout(this.#saveTimer);
    return this.#save(false);
  }

  /** The page is left: what is not stored stays on the device, and is sent without waiting for the answer. */
  leave(): void {
    this.stop();
    if (!this.isChanged) return;
    const sent = this.#parts.read();
    if (!this.#isHeld) void this.#parts.saver.saveLast(sent).then(({ ok }) => ok && this.#takeIfSame(sent));
    this.#keep();
  }

  /** Takes these fields as stored: another text was opened. */
  takeAsStored(stored: SentFields): void {
    this.#stored = fingerprint(stored);
    this.#isHeld = false;
    this.#failures = 0;
    this.#changedAt = null;
    this.#parts.forget();
    this.#parts.onState({ is: "stored", at: null });
  }

  /** Ends the timer. */
  stop(): void {
    clearTimeout(this.#saveTimer);
  }

  #after(ms: number): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.#run(), ms);
  }

  #takeIfSame(sent: SentFields): void {
    this.#stored = fingerprint(sent);
    if (!this.isChanged) this.#parts.forget();
  }

  async #run(): Promise<void> {
    if (this.#saving) return;
    if (this.isChanged) await this.#save(true);
    else this.#settle(null);
  }

  async #save(isAutosave: boolean): Promise<SaveAnswer> {
    let sent = this.#parts.read();
    const saving = this.#parts.saver.save(() => {
      sent = structuredClone(this.#parts.read());
      this.#changedAt = null;
      return sent;
    }, isAutosave);
    this.#saving = saving;
    this.#parts.onState({ is: "storing" });
    const answer = await saving;
    if (this.#saving === saving) this.#saving = null;
    if (answer.ok) {
      this.#stored = fingerprint(sent);
      this.#failures = 0;
    }
    // Whoever hears of it may change the fields, such as to the address that the server made.
    this.#parts.onAnswer(answer, sent);
    this.#goOn(answer);
    return answer;
  }

  #goOn(answer: SaveAnswer): void {
    if (answer.ok) {
      if (this.isChanged) this.touch();
      else this.#settle(new Date());
      return;
    }
    this.#failures++;
    const isOnDevice = this.#keep();
    this.#parts.onState({ is: "kept", why: answer.error, isOnDevice });
    // Only the person can decide between two texts; everything else may come right by itself.
    this.#isHeld = answer.error === "staleVersion";
    if (!this.#isHeld) this.#after(AGAIN_MS[Math.min(this.#failures, AGAIN_MS.length) - 1] ?? 0);
  }

  #settle(at: Date | null): void {
    this.#changedAt = null;
    this.#parts.forget();
    this.#parts.onState({ is: "stored", at });
  }

  #keep(): boolean {
    return this.isChanged ? this.#parts.keep() : true;
  }
}
