import type { GroundTexts, LiveTexts } from "@/components/newsroom/desk/view";

/** What can be said of a reported comment: to leave it, or what the desk says of any other. */
export const REPORTED_ACTS = ["dismiss", "reject", "spam", "trash"] as const;
export type ReportedAct = (typeof REPORTED_ACTS)[number];

/** One report as its line shows it, written out in the site's language. */
export interface ReportView {
  id: string;
  when: { instant: string; written: string };
  reason: string;
  explanation: string | null;
  by: string | null;
  maskedAddress: string | null;
}

/** A reported comment as its row shows it. */
export interface ReportedView {
  /** The comment's. */
  id: string;
  status: string;
  seen: string;
  name: string;
  text: string;
  state: string;
  illegal: string | null;
  count: string;
  more: string | null;
  reports: ReportView[];
  maskedAddress: string | null;
  post: { title: string; lang: string; href: string | null };
  /** Where it is frozen that points to a danger to life. */
  danger: { href: string; label: string };
  actions: string;
}

/** The texts of the list and its controls. */
export interface ReportedTexts extends LiveTexts {
  acts: Record<ReportedAct, string>;
  showAddress: string;
  ground: GroundTexts;
  reason: { label: string; hint: string; mostChars: number };
}
