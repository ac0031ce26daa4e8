/** A category to choose, and how deep it lies in the tree. */
export interface CategoryChoice {
  id: string;
  name: string;
  depth: number;
}

/** Categories as a select's options, in the order of their tree. */
export function CategoryOptions({ categories }: { categories: CategoryChoice[] }) {
  return categories.map((category) => (
    <option key={category.id} value={category.id}>
      {nameInTree(category)}
    </option>
  ));
}

/** A category's name as an option shows where it lies: by dashes, since options hold text alone. */
export function nameInTree({ name, depth }: { name: string; depth: number }): string {
  return `${"– ".repeat(depth)}${name}`;
}
