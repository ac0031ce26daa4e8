import Link from "next/link";
import { Button } from "@/components/ui/button";
import styles from "./order.module.css";

/** A category as the tree shows it, with those under it. */
export interface ShownCategory {
  id: string;
  name: string;
  slug: string;
  /** How many posts it has, in words. */
  posts: string;
  children: ShownCategory[];
}

interface CategoryTreeProps {
  categories: ShownCategory[];
  /** Moves the one that the form names (`id`, `way`). */
  move: (form: FormData) => Promise<void>;
  texts: { view: string; up: string; down: string };
  label?: string;
}

/** The categories as nested lists; each leads to its form and its page, and moves by plain form buttons. */
export function CategoryTree({ categories, move, texts, label }: CategoryTreeProps) {
  return (
    <ul role="list" aria-label={label} className={styles.tree}>
      {categories.map(({ id, name, slug, posts, children }, at) => (
        <li key={id}>
          <div className={styles.line}>
            <span className={styles.name}>
              <Link href={`/admin/categories/${id}`} prefetch={false}>
                <bdi>{name}</bdi>
              </Link>
              <span className={styles.count}>{posts}</span>
            </span>
            <a href={`/category/${slug}`} aria-label={`${texts.view}: ${name}`} className={styles.view}>
              {texts.view}
            </a>
            <form action={move} className={styles.moves}>
              <input type="hidden" name="id" value={id} />
              <Button small tone="quiet" name="way" value="up" aria-label={`${texts.up}: ${name}`} aria-disabled={at === 0}>
                ↑
              </Button>
              <Button
                small
                tone="quiet"
                name="way"
                value="down"
                aria-label={`${texts.down}: ${name}`}
                aria-disabled={at === categories.length - 1}
              >
                ↓
              </Button>
            </form>
          </div>
          {children.length > 0 && <CategoryTree categories={children} move={move} texts={texts} />}
        </li>
      ))}
    </ul>
  );
}
