"use client";
import { useActionState } from "react";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { Button } from "@/components/ui/button";
import { Notice } from "./notice";
import styles from "./desk.module.css";

/** A decision on everything that a list holds, as it stands; written out in the site's language. */
export interface RunView {
  id: string;
  text: string;
  /** How far it has come, where that is known and it is under way. */
  progress: { done: number; total: number } | null;
  /** What its button does and says; null where there is nothing to do. */
  act: { id: "cancel" | "undo"; label: string } | null;
}

/** What the last act on them led to. */
export interface RunsState {
  notice: string;
  problems: string[];
}

/** One's decisions on whole lists: how far they are, and how they are stopped or taken back. */
export function Runs({ runs, act }: { runs: RunView[]; act: (before: RunsState, form: FormData) => Promise<RunsState> }) {
  const [state, submit, isPending] = useActionState(useKept(act, withNotice), { notice: "", problems: [] });
  return (
    <form action={submit} aria-busy={isPending}>
      <Notice state={{ ...state, undo: [] }} texts={{ undo: "" }} />
      <ul role="list">
        {runs.map((run) => (
          <li key={run.id} className={styles.run}>
            <p role="status" id={`run-${run.id}`}>
              {run.text}
            </p>
            {run.progress && <progress value={run.progress.done} max={run.progress.total} aria-labelledby={`run-${run.id}`} />}
            {run.act && (
              <Button small name="act" value={`${run.act.id}:${run.id}`} aria-describedby={`run-${run.id}`}>
                {run.act.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
