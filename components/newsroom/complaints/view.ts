import type { DeskState, EditTexts, GroundTexts, LiveTexts, RowView } from "@/components/newsroom/desk/view";
import type { StatementGround } from "@/lib/db/generated/enums";

/** A complaint as its row shows it, written out in the site's language. */
export interface ComplaintView {
  id: string;
  name: string;
  text: string;
  /** Which of its texts that is: told with the answer, so that none becomes public that nobody read. */
  seen: string;
  post: { title: string; lang: string; href: string | null };
  decided: string;
  explanation: string | null;
  /** What was decided on it since; null where nothing was. */
  newer: string | null;
  /** What was taken out of its text, where that is what is complained of; the label opens it. */
  edits: RowView["edits"];
  complained: string;
  /** In its author's words; null without any. */
  said: string | null;
  mayAnswer: boolean;
  /** What it means that the complaint is right, and who reads the answer. */
  overturned: string;
  hint: string;
  /** On what ground the reply would be taken off the page, where that is what they want: what they reported it for. */
  ground: StatementGround | null;
  actions: string;
}

/** The texts of the list and its controls. */
export interface ComplaintTexts extends LiveTexts {
  nothingSaid: string;
  own: string;
  answer: string;
  mostChars: number;
  upheld: string;
  ground: GroundTexts;
  edit: Pick<EditTexts, "before" | "after">;
}

/** What the last act led to, which complaint it settled, and, where it was refused, what was typed, by complaint. */
export interface ComplaintsState extends Pick<DeskState, "notice" | "problems" | "undo" | "moved"> {
  typed: Record<string, string>;
}

/** Nothing was done yet. */
export const NOTHING_ANSWERED: ComplaintsState = { notice: "", problems: [], undo: [], moved: [], typed: {} };
