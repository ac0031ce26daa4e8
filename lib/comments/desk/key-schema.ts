import { z } from "zod";
import { KEY_ACTS, KEY_LIST, STANDARD_KEYS, type DeskKeys, type KeyAct } from "@/lib/comments/desk/keys";

/** One printed character, or nothing for no key. Capitals are another key: Shift and it. */
const key = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .refine((text) => /^(\P{C})?$/u.test(text), "tooLong")
  .refine((text) => text !== KEY_LIST, "invalidChoice");

type Keys = Record<KeyAct, string>;

/** The keys as one person wants them, a field an act: each key for one act only. `on` is a box: sent when it is ticked. */
export const keysInput = z
  .object({ on: z.string().optional(), ...(Object.fromEntries(KEY_ACTS.map((act) => [act, key])) as Record<KeyAct, typeof key>) })
  .transform(({ on, ...keys }): DeskKeys => ({ areOn: on !== undefined, keys }))
  .superRefine(({ keys }, context) => {
    for (const act of KEY_ACTS) if (twinOf(act, keys)) context.addIssue({ code: "custom", message: "inUse", path: [act] });
  });

/** Another act with the same key, if there is one. */
export function twinOf(act: KeyAct, keys: Keys): KeyAct | undefined {
  return KEY_ACTS.find((other) => other !== act && keys[act] !== "" && keys[other] === keys[act]);
}

const stored = z.object({ areOn: z.boolean(), keys: z.partialRecord(z.enum(KEY_ACTS), z.string()) }).catch({ areOn: true, keys: {} });

/**
 * The keys that somebody has. Takes what is stored of them: only what they gave another key than the standard one. An act
 * that came later, whose standard key they use for something else, has none.
 */
export function keysFrom(kept: unknown): DeskKeys {
  const { areOn, keys: own } = stored.parse(kept);
  const given = new Set(Object.values(own));
  const keyOf = (act: KeyAct) => own[act] ?? (given.has(STANDARD_KEYS[act]) ? "" : STANDARD_KEYS[act]);
  return { areOn, keys: Object.fromEntries(KEY_ACTS.map((act) => [act, keyOf(act)])) as Keys };
}

/** Of somebody's keys what is stored: null where all are as everybody has them. */
export function keptOf({ areOn, keys }: DeskKeys) {
  const own = KEY_ACTS.filter((act) => keys[act] !== STANDARD_KEYS[act]).map((act) => [act, keys[act]] as const);
  return areOn && own.length === 0 ? null : { areOn, keys: Object.fromEntries(own) };
}
