"use client";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert, Status } from "@/components/ui/alert";
import { Button, type ButtonTone } from "@/components/ui/button";
import type { FormState } from "@/lib/i18n/form-state";
import styles from "./flow.module.css";

/** A move of a post that needs no more said, as its button. */
export interface MoveButton {
  move: string;
  label: string;
  tone: ButtonTone;
}

interface MoveButtonsProps {
  moves: MoveButton[];
  /** Whether they stand under something that is read, and not for the page. */
  small?: boolean;
  action: (before: FormState, form: FormData) => Promise<FormState>;
}

/** What can be done with a post from where it stands: each button is a submit button of one form. */
export function MoveButtons({ moves, small, action }: MoveButtonsProps) {
  const [state, send, isSending] = useFormAct(action);
  const form = useFocusStays<HTMLFormElement>();
  return (
    <form ref={form} action={send} tabIndex={-1} className={styles.moves}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <div className={styles.buttons}>
        {moves.map(({ move, label, tone }) => (
          <Button key={move} name="move" value={move} tone={tone} small={small} aria-disabled={isSending}>
            {label}
          </Button>
        ))}
      </div>
      <Status>{state.done}</Status>
    </form>
  );
}
