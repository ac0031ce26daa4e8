/** Texts by name, as they lie on the reader's device. */
export type Texts = Record<string, string>;

/** `localStorage` outlives the browser, `sessionStorage` a reload or a crash of this tab. */
type Place = "localStorage" | "sessionStorage";

/** The texts kept under a name on the reader's device; none where there are none or the browser allows no storage. */
export function keptTexts(place: Place, name: string): Texts {
  try {
    const kept: unknown = JSON.parse(window[place].getItem(name) ?? "{}");
    return Object.fromEntries(Object.entries(kept ?? {}).map(([key, text]) => [key, String(text)]));
  } catch {
    return {}; // blocked, or not written by us: as if nothing were there
  }
}

/** Keeps those of the texts that are not empty under a name on the reader's device; without any the name goes too. */
export function keepTexts(place: Place, name: string, texts: Texts): void {
  const kept = Object.entries(texts).filter(([, text]) => text);
  try {
    if (kept.length > 0) window[place].setItem(name, JSON.stringify(Object.fromEntries(kept)));
    else window[place].removeItem(name);
  } catch {
    // Blocked or full: the text still stands in its field, which is all that a form promises.
  }
}
