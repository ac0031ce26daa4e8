import { useRef } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import styles from "./editor.module.css";

interface OrderedListProps {
  /** What was chosen, in its order; `note` says something of it, such as that it is a draft. */
  items: { id: string; name: string; note?: string }[];
  onChange: (ids: string[]) => void;
}

/** Chosen things in an order: each moves up and down and goes, by buttons that say what they move. */
export function OrderedList({ items, onChange }: OrderedListProps) {
  const t = useTranslations("posts");
  const list = useRef<HTMLOListElement>(null);
  const ids = items.map(({ id }) => id);

  function move(from: number, to: number, way: "up" | "down") {
    const moved = [...ids];
    moved.splice(to, 0, ...moved.splice(from, 1));
    onChange(moved);
    focusAfterRender(() => list.current?.children[to]?.querySelector<HTMLElement>(`[data-way="${way}"]`));
  }
  function remove(at: number) {
    onChange(ids.filter((_, each) => each !== at));
    // The focus goes on to what took its place, so that a keyboard is not thrown to the page's beginning.
    focusAfterRender(
      () => list.current?.children[Math.min(at, ids.length - 2)]?.querySelector<HTMLElement>('[data-way="remove"]') ?? list.current,
    );
  }
  return (
    <ol ref={list} tabIndex={-1} className={styles.chosen}>
      {items.map(({ id, name, note }, at) => (
        <li key={id}>
          <span className={styles.chosenName}>
            <bdi>{name}</bdi>
            {note && <span className={styles.note}> {note}</span>}
          </span>
          <span className={styles.moves}>
            <Button
              type="button"
              small
              tone="quiet"
              data-way="up"
              aria-label={t("moveUp", { name })}
              aria-disabled={at === 0}
              onClick={() => at > 0 && move(at, at - 1, "up")}
            >
              ↑
            </Button>
            <Button
              type="button"
              small
              tone="quiet"
              data-way="down"
              aria-label={t("moveDown", { name })}
              aria-disabled={at === ids.length - 1}
              onClick={() => at < ids.length - 1 && move(at, at + 1, "down")}
            >
              ↓
            </Button>
            <Button type="button" small tone="quiet" data-way="remove" aria-label={t("removeChosen", { name })} onClick={() => remove(at)}>
              ×
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}

function focusAfterRender(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => find()?.focus());
}
