import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import styles from "./editor.module.css";

/** Something chosen; `note` says something of it, such as that it is a draft, `more` stands under it. */
export interface OrderedItem {
  id: string;
  name: string;
  note?: string;
  more?: ReactNode;
}

interface OrderedListProps {
  /** What was chosen, in its order. */
  items: OrderedItem[];
  onChange: (ids: string[]) => void;
}

/** Chosen things in an order: each is dragged, or moves up and down and goes by buttons that say what they move. */
export function OrderedList({ items, onChange }: OrderedListProps) {
  const t = useTranslations("posts");
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const ids = items.map(({ id }) => id);

  function moved(from: number, to: number): string[] {
    const order = [...ids];
    order.splice(to, 0, ...order.splice(from, 1));
    return order;
  }
  function move(from: number, to: number, way: "up" | "down") {
    onChange(moved(from, to));
    focusAfterRender(() => list.current?.children[to]?.querySelector<HTMLElement>(`[data-way="${way}"]`));
  }
  function remove(at: number) {
    onChange(ids.filter((_, each) => each !== at));
    // The focus goes on to what took its place, so that a keyboard is not thrown to the page's beginning.
    focusAfterRender(
      () => list.current?.children[Math.min(at, ids.length - 2)]?.querySelector<HTMLElement>('[data-way="remove"]') ?? list.current,
    );
  }
  /** What is dragged takes the place of what it is over, at once: one sees where it will be. */
  function dragOver(event: DragEvent, at: number) {
    const from = dragged === null ? -1 : ids.indexOf(dragged);
    if (from < 0) return;
    event.preventDefault();
    if (from !== at) onChange(moved(from, at));
  }
  return (
    <ol ref={list} tabIndex={-1} className={styles.chosen}>
      {items.map(({ id, name, note, more }, at) => (
        <li
          key={id}
          draggable
          data-dragged={dragged === id || undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", name);
            setDragged(id);
          }}
          onDragOver={(event) => dragOver(event, at)}
          onDragEnd={() => setDragged(null)}
        >
          <div className={styles.chosenLine}>
            <span className={styles.chosenName}>
              <bdi>{name}</bdi>
              {note && <span className={styles.note}> {note}</span>}
            </span>
            <span className={styles.moves}>
              <Tool way="up" label={t("moveUp", { name })} isOff={at === 0} onClick={() => move(at, at - 1, "up")} />
              <Tool way="down" label={t("moveDown", { name })} isOff={at === ids.length - 1} onClick={() => move(at, at + 1, "down")} />
              <Tool way="remove" label={t("removeChosen", { name })} onClick={() => remove(at)} />
            </span>
          </div>
          {more}
        </li>
      ))}
    </ol>
  );
}

const SIGNS = { up: "↑", down: "↓", remove: "×" };

interface ToolProps {
  way: keyof typeof SIGNS;
  label: string;
  isOff?: boolean;
  onClick: () => void;
}

function Tool({ way, label, isOff, onClick }: ToolProps) {
  return (
    <Button
      type="button"
      small
      tone="quiet"
      data-way={way}
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {SIGNS[way]}
    </Button>
  );
}

function focusAfterRender(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => find()?.focus());
}
