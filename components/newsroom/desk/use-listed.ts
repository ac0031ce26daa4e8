import { useState, type SyntheticEvent } from "react";
interface Listed<Row> {
  /** The rows to show, in their order. */
  listed: Row[];
  /** In which of them something is typed. */
  typed: ReadonlySet<string>;
  /** Notes in which of them something is typed. */
  onInput: (event: SyntheticEvent) => void;
}

/**
 * The rows of a list in which others decide at the same time: those they decided on go, unless something is typed there,
 * which is not lost. Takes the rows as the page was made with them, whether one has gone since, and what this desk's own
 * last act was about.
 */
export function useListed<Row extends { id: string }>(rows: Row[], isGone: (row: Row) => boolean, acted: readonly string[]): Listed<Row> {
  const [typed, setTyped] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState({ rows, acted, list: rows });
  if (held.rows !== rows || held.acted !== acted) {
    const left = acted === held.acted ? typed : new Set([...typed].filter((id) => !acted.includes(id)));
    if (left.size !== typed.size) setTyped(left);
    setHeld({ rows, acted, list: withKept(rows, held.list, left) });
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
  return { listed: held.list.filter((row) => typed.has(row.id) || !isGone(row)), typed, onInput };
}

/** The new rows, and those of before in which something is typed: each behind the one that it stood behind. */
function withKept<Row extends { id: string }>(rows: Row[], before: Row[], typed: ReadonlySet<string>): Row[] {
  const list = [...rows];
  for (const [at, row] of before.entries()) {
    if (!typed.has(row.id) || list.some(({ id }) => id === row.id)) continue;
    const after = before.slice(0, at).findLast(({ id }) => list.some((each) => each.id === id));
    list.splice(after ? list.findIndex(({ id }) => id === after.id) + 1 : 0, 0, row);
  }
  return list;
}
