/** What a key does in the moderation's lists, under the keys that WordPress's comment screen has; `n` and `m` are ours, which it has no act for. */
export const STANDARD_KEYS = {
  next: "j",
  previous: "k",
  approve: "a",
  unapprove: "u",
  spam: "s",
  trash: "d",
  reject: "n",
  reason: "m",
  reply: "r",
  quickEdit: "q",
  edit: "e",
  undo: "z",
  choose: "x",
  chooseAll: "X",
} as const;

export type KeyAct = keyof typeof STANDARD_KEYS;

export const KEY_ACTS = Object.keys(STANDARD_KEYS) as KeyAct[];

/** Shows the keys: it is nobody's to give away. */
export const KEY_LIST = "?";

/** Which key each act has, empty for none; and whether any of them acts. */
export interface DeskKeys {
  areOn: boolean;
  keys: Record<KeyAct, string>;
}
