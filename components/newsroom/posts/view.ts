import type { BulkAct } from "@/lib/posts/flow-schema";

/** What the last act on several posts led to, told above the list. */
export interface BulkState {
  /** What was done; empty before the first act. */
  notice: string;
  /** What was not, and why. */
  problems: string[];
}

/** Nothing was done yet. */
export const NOTHING_DONE: BulkState = { notice: "", problems: [] };

/** A post of the list, written out in the site's language and time zone. */
export interface PostRow {
  id: string;
  href: string;
  title: string;
  lang: string;
  select: string;
  /** Where it stands; `note` says more: who has it, that changes wait, when it will be gone. */
  status: string;
  statusText: string;
  notes: string[];
  view: { href: string; label: string; spoken: string } | null;
  byLines: string;
  category: string;
  date: { instant: string; written: string };
  changed: { instant: string; written: string };
}

/** A column that the list can be sorted by: a link that sorts by it, or turns the order round. */
export interface SortedColumn {
  label: string;
  href: string;
  order?: "ascending" | "descending";
}

/** The texts of the list and its controls. */
export interface PostDeskTexts {
  caption: string;
  title: SortedColumn;
  date: SortedColumn;
  changed: SortedColumn;
  status: string;
  /** Null where the list has no such column: static pages have neither. */
  byLines: string | null;
  category: string | null;
  selectAll: string;
  bulkActions: string;
  choose: string;
  acts: { id: BulkAct; label: string }[];
  newCategory: string;
  noCategory: string;
  apply: string;
  empty: string;
}
