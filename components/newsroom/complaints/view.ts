/** A complaint as its row shows it, written out in the site's language. */
export interface ComplaintView {
  id: string;
  name: string;
  text: string;
  post: { title: string; lang: string; href: string | null };
  decided: string;
  explanation: string | null;
  complained: string;
  /** In its author's words; null without any. */
  said: string | null;
  mayAnswer: boolean;
  /** What it means that the complaint is right, and who reads the answer. */
  overturned: string;
  hint: string;
  actions: string;
}

/** The texts of the list and its controls. */
export interface ComplaintTexts {
  nothingSaid: string;
  own: string;
  answer: string;
  mostChars: number;
  upheld: string;
}

/** What the last act led to, and, where it was refused, what was typed, by complaint. */
export interface ComplaintsState {
  notice: string;
  problems: string[];
  typed: Record<string, string>;
}

/** Nothing was done yet. */
export const NOTHING_ANSWERED: ComplaintsState = { notice: "", problems: [], typed: {} };
