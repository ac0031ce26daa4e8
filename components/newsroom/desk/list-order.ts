interface Named {
  id: string;
}

/**
 * A list as it is shown while somebody works in it: what is new stands behind all they have before them, or is kept back, and nothing else
 * changes its place; but what they acted on themselves stands where it belongs. Takes the rows that are shown, the list as
 * it would be by itself, and the ids of those they acted on. Returns the rows to show, each as it is by now.
 */
export function inPlace<Row extends Named>(shown: Row[], wanted: Row[], acted: readonly string[]): Row[] {
  const known = shown.flatMap(({ id }) => wanted.find((row) => row.id === id) ?? []);
  if (known.length === 0) return wanted;
  const last = wanted.findLastIndex((row) => known.includes(row));
  const others = wanted.filter((row) => !known.includes(row) && acted.includes(row.id));
  const behind = wanted.slice(last + 1).filter((row) => !others.includes(row));
  return withRows([...known, ...behind], others, wanted);
}

/** A list with other rows, each behind the one behind which it stands in an order that holds them all. */
export function withRows<Row extends Named>(rows: Row[], others: Row[], order: Row[]): Row[] {
  const list = [...rows];
  for (const [at, row] of order.entries()) {
    if (!others.includes(row)) continue;
    const before = order.slice(0, at).findLast(({ id }) => list.some((each) => each.id === id));
    list.splice(before ? list.findIndex(({ id }) => id === before.id) + 1 : 0, 0, row);
  }
  return list;
}

/** What a list that is shown keeps back: rows that are new, and those that have become urgent and belong further up. */
export function keptBack<Row extends Named>(shown: Row[], wanted: Row[], isUrgent: (row: Row) => boolean): Row[] {
  return wanted.filter((row, at) => {
    const place = shown.findIndex(({ id }) => id === row.id);
    const isTooLow = () => shown.slice(0, place).some(({ id }) => wanted.findIndex((each) => each.id === id) > at);
    return place < 0 || (isUrgent(row) && isTooLow());
  });
}
