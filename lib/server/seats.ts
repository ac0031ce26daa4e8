/** A bounded number of places, in all and for each who takes them. */
export class Seats {
  readonly #limits: { all: number; each: number };
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(limits: { all: number; each: number }) {
    this.#limits = limits;
  }

  /** Takes a place for `who`; false when none is free, in all or for them. */
  take(who: string): boolean {
    const taken = this.#taken.get(who) ?? 0;
    if (this.#all >= this.#limits.all || taken >= this.#limits.each) return false;
    this.#all++;
    this.#taken.set(who, taken + 1);
    return true;
  }

  /** Gives back a place that was taken for `who`. */
  leave(who: string): void {
    const left = (this.#taken.get(who) ?? 1) - 1;
    this.#all--;
    if (left > 0) this.#taken.set(who, left);
    else this.#taken.delete(who);
  }
}
