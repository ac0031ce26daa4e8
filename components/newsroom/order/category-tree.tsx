"use client";
import { useEffect, useRef, type SubmitEvent } from "react";
import Link from "next/link";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/i18n/form-state";
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

interface BranchesProps {
  categories: ShownCategory[];
  texts: { view: string; up: string; down: string };
  /** Moves the one that the form names (`id`, `way`). */
  send: (form: FormData) => void;
  label?: string;
}

interface CategoryTreeProps extends Omit<BranchesProps, "send"> {
  /** Moves it, and tells where it stands then. */
  move: (before: FormState, form: FormData) => Promise<FormState>;
}

/**
 * The categories as nested lists; each leads to its form and its page, and moves by plain form buttons. Where it stands
 * then is told to who does not see it move, and the button that moved it keeps the focus.
 */
export function CategoryTree({ move, ...shown }: CategoryTreeProps) {
  const [state, send] = useFormAct(move);
  const pressed = useRef<HTMLElement | null>(null);
  // What the browser takes out and puts elsewhere loses the focus.
  useEffect(() => {
    if (document.activeElement === document.body) pressed.current?.focus();
  }, [state]);
  return (
    <div onSubmit={(event: SubmitEvent<HTMLDivElement>) => (pressed.current = event.nativeEvent.submitter)}>
      <Branches {...shown} send={send} />
      {state.problem && <Alert>{state.problem}</Alert>}
      <Status>{state.done}</Status>
    </div>
  );
}

function Branches({ categories, texts, send, label }: BranchesProps) {
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
            <form action={send} className={styles.moves}>
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
          {children.length > 0 && <Branches categories={children} texts={texts} send={send} />}
        </li>
      ))}
    </ul>
  );
}
