"use client";
import { useId, useState } from "react";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { FormState } from "@/lib/i18n/form-state";
import type { ShownUser, UserListTexts } from "./user-list";
import styles from "./users.module.css";

interface UserLineProps {
  user: ShownUser;
  roles: { value: string; label: string }[];
  action: (before: FormState, form: FormData) => Promise<FormState>;
  texts: UserListTexts;
}

/** What takes something away, and is asked about first. */
type Asked = "deactivate" | "resetSecond";

/** One user: name, address, state; role and deactivation by one form. Without JavaScript nobody asks back, and it works. */
export function UserLine({ user, roles, action, texts }: UserLineProps) {
  const [state, send, isSending] = useFormAct(action);
  const [asking, setAsking] = useState<Asked | null>(null);
  const form = useId();
  const line = useFocusStays<HTMLLIElement>();
  const [isGone, isFixed] = [user.state === "deactivated", user.state === "deactivated" || user.isOneself];
  return (
    <li ref={line} className={styles.line}>
      <div className={styles.person}>
        <p className={isGone ? styles.gone : styles.name}>
          <bdi>{user.name}</bdi>
          {user.isOneself && <span className={styles.you}> ({texts.you})</span>}
        </p>
        <p className={styles.email}>{user.email}</p>
      </div>
      <p className={styles.state} data-state={user.state}>
        {user.stateLabel}
        {user.hasSecondFactor && ` · ${texts.secondOn}`}
      </p>
      <form id={form} action={send} className={styles.form} aria-busy={isSending}>
        <input type="hidden" name="userId" value={user.id} />
        <select
          name="role"
          key={user.role}
          defaultValue={user.role}
          aria-label={`${texts.roleOf} ${user.name}`}
          className={styles.role}
          disabled={isFixed}
        >
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {!isFixed && (
          <Button small name="act" value="role" aria-label={`${texts.changeRole}: ${user.name}`}>
            {texts.changeRole}
          </Button>
        )}
        {isGone && (
          <Button small name="act" value="reactivate" aria-label={`${texts.reactivate}: ${user.name}`}>
            {texts.reactivate}
          </Button>
        )}
        {asked(user).map((act) => (
          <Button
            key={act}
            small
            tone="danger"
            name="act"
            value={act}
            aria-label={`${texts[act]}: ${user.name}`}
            aria-haspopup="dialog"
            onClick={(event) => {
              event.preventDefault();
              setAsking(act);
            }}
          >
            {texts[act]}
          </Button>
        ))}
      </form>
      <div className={styles.told}>
        {state.problem && <Alert>{state.problem}</Alert>}
        <Status>{state.done}</Status>
      </div>
      {(["deactivate", "resetSecond"] as const).map((act) => (
        <Dialog
          key={act}
          open={asking === act}
          onOpenChange={(isOpen) => setAsking(isOpen ? act : null)}
          title={`${texts.confirm[act].title} ${user.name}`}
          description={texts.confirm[act].text}
          cancel={texts.cancel}
          action={
            <Button form={form} name="act" value={act} tone="danger" onClick={() => setTimeout(() => setAsking(null))}>
              {texts[act]}
            </Button>
          }
        />
      ))}
    </li>
  );
}

/** Of oneself nobody takes either: that would be a way out without a way back, or around one's own code. */
function asked({ state, isOneself, hasSecondFactor }: ShownUser): Asked[] {
  if (state === "deactivated" || isOneself) return [];
  return hasSecondFactor ? ["resetSecond", "deactivate"] : ["deactivate"];
}
