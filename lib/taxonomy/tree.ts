/** What a tree of categories is made from: each names its parent and its place among those of the same one. */
export interface Branch {
  id: string;
  parentId: string | null;
  position: number;
  name: string;
}

/** A category with those under it, in their order. */
export type Tree<Row extends Branch> = Row & { children: Tree<Row>[] };

/** The categories as a tree, in their order. Takes all of them. */
export function treeOf<Row extends Branch>(rows: Row[], parentId: string | null = null): Tree<Row>[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name))
    .map((row) => ({ ...row, children: treeOf(rows, row.id) }));
}

/** A category and all under it, as ids. Takes all categories. */
export function idsUnder(rows: Branch[], id: string): string[] {
  return [id, ...rows.filter(({ parentId }) => parentId === id).flatMap((row) => idsUnder(rows, row.id))];
}

/** The categories above one, the topmost first. Takes all categories. */
export function pathTo<Row extends Branch>(rows: Row[], { parentId }: Row): Row[] {
  const parent = rows.find(({ id }) => id === parentId);
  return parent ? [...pathTo(rows, parent), parent] : [];
}
