import { useState, type SyntheticEvent } from "react";
import { inPlace, keptBack, withRows } from "./list-order";

interface Listed<Row> {
  /** The rows to show, in their order. */
  listed: Row[];
  /** In which of them something is typed. */
  typed: ReadonlySet<string>;
  /** Notes in which of them something is typed. */
  onInput: (event: SyntheticEvent) => void;
  /** What is new, or urgent by now, and not shown (there). */
  back: Row[];
  /** Whether the list would be in another order by itself. */
  isBehind: boolean;
  /** Brings it into that order, with what was kept back. */
  catchUp: () => void;
}

interface ListedBy<Row> {
  isGone: (row: Row) => boolean;
  isUrgent: (row: Row) => boolean;
  acted: readonly string[];
}

/**
 * The rows of a list in which others decide at the same time: those they decided on go, unless something is typed there,
 * which is not lost, and what is new moves none that one has before oneself (inPlace). Takes the rows as the page was made
 * with them, whether one has gone since, or is urgent, and what this desk's own last act was about.
 */
export function useListed<Row extends { id: string }>(rows: Row[], { isGone, isUrgent, acted }: ListedBy<Row>): Listed<Row> {
  const [typed, setTyped] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState({ rows, acted, list: rows, wanted: rows });
  if (held.rows !== rows || held.acted !== acted) {
    const left = acted === held.acted ? typed : new Set([...typed].filter((id) => !acted.includes(id)));
    if (left.size !== typed.size) setTyped(left);
    const kept = held.list.filter(({ id }) => left.has(id) && !rows.some((row) => row.id === id));
    const wanted = withRows(rows, kept, held.list);
    setHeld({ rows, acted, wanted, list: inPlace(held.list, wanted, acted) });
  }
  const onInput = ({ target }: SyntheticEvent) => {
    const row = target instanceof HTMLTextAreaElement && target.closest<HTMLElement>("[data-row]");
    const id = row && row.dataset.row;
    if (!id) return;
    const holds = [...row.querySelectorAll("textarea")].some(({ value, defaultValue }) => value !== defaultValue);
    if (holds === typed.has(id)) return;
    const others = [...typed].filter((each) => each !== id);
    setTyped(new Set(holds ? [...others, id] : others));
  };
  const { list, wanted } = held;
  return {
    listed: list.filter((row) => typed.has(row.id) || !isGone(row)),
    typed,
    onInput,
    back: keptBack(list, wanted, isUrgent).filter((row) => !isGone(row)),
    isBehind: list.length !== wanted.length || list.some(({ id }, at) => id !== wanted[at]?.id),
    catchUp: () => setHeld({ ...held, list: wanted }),
  };
}
