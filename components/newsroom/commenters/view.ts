/** A rule or a note as it is listed: what it says, about whom, why, who set it when, and what its button does. */
export interface EntryView {
  id: string;
  title: string;
  /** Where more of it is; null: nowhere. */
  href: string | null;
  what: string;
  text: string;
  note: string;
  /** Null: nothing for this role. */
  button: { act: string; label: string } | null;
}
