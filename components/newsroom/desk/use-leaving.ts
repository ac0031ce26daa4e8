import { startTransition, useState } from "react";
import type { DeskState, RowView } from "./view";

type Act = (before: DeskState, form: FormData) => Promise<DeskState>;

/** What was sent and is not answered yet, and the comments that leave the list by it. */
interface Sent {
  form: FormData;
  ids: string[];
}

/**
 * Takes comments off the list as soon as an act is sent that moves them, and not when it is answered: the next one is there
 * at once. One whose act was refused is back with the answer that says why, with all that was typed at it: its row is
 * hidden and not taken out. Takes the act and the rows; returns the act, what is done when a form is sent, and the ids.
 * While the page is made it is the act itself, by which the form works without JavaScript.
 */
export function useLeaving(act: Act, rows: RowView[]) {
  const [sent, setSent] = useState<Sent[]>([]);
  const answered = async (before: DeskState, form: FormData) => {
    try {
      return await act(before, form);
    } finally {
      // Shown together with the answer: a comment that is gone does not appear once more.
      startTransition(() => setSent((all) => all.filter((each) => each.form !== form)));
    }
  };
  return {
    act: typeof window === "undefined" ? act : answered,
    leave: (form: FormData) => setSent((all) => [...all, { form, ids: leavingBy(form, rows) }]),
    leaving: new Set(sent.flatMap(({ ids }) => ids)),
  };
}

/** Which comments leave the list by an act. A list of all of them (whose rows say their state) keeps them. */
function leavingBy(form: FormData, rows: RowView[]): string[] {
  const [verb = "", id] = text(form, "act").split(":");
  const chosen = form.has("all") ? rows.map((row) => row.id) : form.getAll("id");
  const isMoved = (row: RowView) => {
    if (verb === "bulk") return text(form, "verdict") !== "" && chosen.includes(row.id);
    return (
      row.id === id && (verb === "delete" || row.acts.some((each) => each.id === verb) || (verb === "reply" && row.status === "pending"))
    );
  };
  return rows.filter((row) => row.standing === "" && isMoved(row)).map((row) => row.id);
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
