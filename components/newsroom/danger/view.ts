import type { AskTexts } from "@/components/newsroom/desk/ask-first";

/** That something was frozen, as its row shows it, written out in the site's language. */
export interface FrozenView {
  id: string;
  frozen: string;
  kept: string;
  /** Where its reply is decided on. */
  reply: { href: string; label: string };
  actions: string;
}

/** The texts of the list's controls; null for who may not open what is frozen. */
export interface FrozenTexts {
  acts: { show: string; keep: string; deleting: AskTexts } | null;
}

/** What the last act led to, and what was shown, by case: each line with its name. */
export interface FrozenState {
  notice: string;
  problems: string[];
  shown: Record<string, { name: string; value: string }[]>;
}

/** Nothing was done yet. */
export const NOTHING_SHOWN: FrozenState = { notice: "", problems: [], shown: {} };
