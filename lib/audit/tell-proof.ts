import { headFile } from "@/lib/audit/kept-head";
import type { Wrong } from "@/lib/audit/verify";

/** What is wrong with the ledger, in a sentence, as the command prints it. */
export function tellWrong({ problem, place, eventId }: Wrong): string {
  const entry = `entry ${eventId ?? "?"}`;
  const at = `at place ${place ?? "?"}`;
  switch (problem) {
    case "changed":
      return `The ledger was changed: ${entry} ${at} is not what was chained there, or its link is not.`;
    case "missing":
      return `The ledger was changed: ${entry}, chained ${at}, is missing.`;
    case "gap":
      return `The ledger was changed: the link ${at} is missing${eventId ? `; the next one is of ${entry}` : ""}.`;
    case "unknownForm":
      return `The link ${at} (${entry}) was made by a newer version of this program, or changed: verify it with that version.`;
    case "unchained":
      return `The ledger was changed: ${entry} is in no link and never waited for one: it was put in beside the chain, or its link was taken out.`;
    case "lost":
      return `The ledger was changed: ${entry} was written, and is missing since before it was chained.`;
    case "cut":
      return `The ledger was cut or wound back: the chain does not hold the head that was kept ${at}. If you restored an older backup on purpose, delete ${headFile()}.`;
  }
}
