import type { CommentStatus } from "@/lib/db/generated/enums";

/** What a colleague did; `id` null: they look at no comment any more. */
export type Done =
  | { kind: "moved"; id: string; to: CommentStatus; by: string }
  /** The reports of a comment, or a complaint. */
  | { kind: "settled"; id: string; by: string }
  | { kind: "looking"; id: string | null; by: string };

/** What an open desk is told, as JSON. `who` is the colleague's name, null where it is not known. */
export type DeskNews =
  | (Done & { who: string | null })
  /** The reports of a comment, or a complaint, are open: for the first time, again, or one more of them. */
  | { kind: "opened"; id: string }
  /** Anything may have been missed, or what this colleague asked for has come further. */
  | { kind: "missed" };

/** As it is sent: a desk makes its list anew. */
export const MISSED = JSON.stringify({ kind: "missed" } satisfies DeskNews);
