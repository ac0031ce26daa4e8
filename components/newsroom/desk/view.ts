import type { Part } from "@/lib/posts/compare";
import type { AskTexts } from "@/components/newsroom/desk/ask-first";
import type { Piece } from "@/components/newsroom/desk/pieces";
import type { KeyAct } from "@/lib/comments/desk/keys";
import type { Verdict } from "@/lib/comments/moderation-schema";

/** What the last act led to, told above the list. */
export interface DeskState {
  /** What was done; empty before the first act. */
  notice: string;
  /** What was not, and why. */
  problems: string[];
  /** The ledger's rows that Undo takes back. */
  undo: string[];
  /** The addresses that were shown on this page, by comment. */
  revealed: Record<string, string>;
  /** The comments that it moved. */
  moved: string[];
  /** The comment whose answer was sent, if one was. */
  answered?: string;
  /** The comment whose text was to be changed, with what was typed where that was refused, and why it is not what was said of it. */
  edited?: { id: string; typed?: string; kind?: string; why?: string; answers?: boolean; wrongKind?: string };
}

/** Nothing was done yet. */
export const NOTHING_DONE: DeskState = { notice: "", problems: [], undo: [], moved: [], revealed: {} };

/** What a moderator can say of a comment, and how its button says it. */
export interface DeskAct {
  id: Verdict;
  label: string;
}

/** A comment as its row shows it; times and names are written out in the site's language. */
export interface RowView {
  id: string;
  status: string;
  /** What can be done with it. */
  acts: DeskAct[];
  /** The same in words, where the list holds several states; else empty. */
  standing: string;
  /** What the button says that answers it; null where readers would not see an answer. */
  reply: string | null;
  /** The whole text as typed, where it may be changed here; and how it was. */
  source: string | null;
  edits: { label: string; before: Part[]; after: Part[] }[];
  /** What else can be done with it, and what readers see of its place: pinned, closed. */
  more: { id: string; label: string }[];
  marks: string[];
  /** Which of its texts is shown. */
  seen: string;
  name: string;
  website: string | null;
  /** The text as typed; `rest` is what a long one hides until it is asked for. */
  text: Piece[];
  rest: Piece[];
  /** What the checks found, in words; empty when nothing. */
  found: string;
  /** Said of an address that is known and proven; else empty. */
  trusted: string;
  maskedAddress: string | null;
  /** What it answers: to whom, and their text. */
  answers: { label: string; text: string } | null;
  /** Where its like are: of the same address, network, article. */
  links: { href: string; label: string }[];
  /** What its author is told of its rejection; null where nothing was said, or where it is not rejected. */
  reason: string | null;
  /** Whether what readers reported of it is open: a change of its text can answer that. */
  isReported: boolean;
  /** The newest of these reports. */
  lastReport: string | null;
  /** How long it has waited, empty where it does not; and what is urgent about it, where that is read. */
  waits: string;
  urgent: { text: string; href: string | null }[];
  time: { instant: string; written: string };
  post: { title: string; lang: string; href: string | null };
  select: string;
  /** What the ledger says of it, from the beginning on; `historyLabel` opens it. */
  history: { when: { instant: string; written: string }; what: string }[];
  historyLabel: string;
}

/** On what ground a comment is turned down, as its author is told: what is asked, and the choices. */
export interface GroundTexts {
  label: string;
  guidelines: string;
  law: string;
}

/** The texts of the form that changes a comment's text. */
export interface EditTexts {
  open: string;
  label: string;
  hint: string;
  kind: string;
  kinds: { id: string; label: string }[];
  why: string;
  whyHint: string;
  mostWhyChars: number;
  answers: string;
  answersHint: string;
  save: string;
  before: string;
  after: string;
}

/** The texts of the list and its controls. */
export interface DeskTexts {
  selectAll: string;
  bulkActions: string;
  choose: string;
  apply: string;
  everywhere: string;
  undo: string;
  showAddress: string;
  showRest: string;
  deleting: AskTexts;
  more: string;
  reason: { open: string; label: string; hint: string; reject: string; ground: GroundTexts; given: string; mostChars: number };
  reply: { open: string; label: string; hint: string };
  edit: EditTexts;
  keys: KeysTexts;
}

/** What the keys of a list do, each with what it has for it, and the texts around. */
export interface KeysTexts {
  open: string;
  hint: string;
  areOff: string;
  change: string;
  close: string;
  acts: Partial<Record<KeyAct, string>>;
}

/** The texts of every list beside those of comments. */
export type LiveTexts = Pick<DeskTexts, "undo" | "keys">;
