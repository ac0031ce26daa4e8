"use client";
import { useActionState } from "react";
import { AskFirst } from "@/components/newsroom/desk/ask-first";
import { Notice } from "@/components/newsroom/desk/notice";
import desk from "@/components/newsroom/desk/desk.module.css";
import { sentWithoutReset } from "@/components/newsroom/form/sent-without-reset";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { EmptyList } from "@/components/newsroom/page/page";
import styles from "@/components/newsroom/reported/reported.module.css";
import { Button } from "@/components/ui/button";
import danger from "./danger.module.css";
import { NOTHING_SHOWN, type FrozenState, type FrozenTexts, type FrozenView } from "./view";

interface FrozenListProps {
  rows: FrozenView[];
  empty: string;
  texts: FrozenTexts;
  handle: (before: FrozenState, form: FormData) => Promise<FrozenState>;
}

const TONES = { show: "primary", keep: "plain" } as const;

/** What is frozen, in one form: every button is a submit button of it, so that each works without JavaScript. What it holds is shown on demand. */
export function FrozenList({ rows, empty, texts, handle }: FrozenListProps) {
  const [state, submit, isPending] = useActionState(useKept(handle, withNotice), NOTHING_SHOWN);
  const place = useFocusStays<HTMLFormElement>();
  return (
    <form ref={place} action={submit} onSubmit={sentWithoutReset(submit)} tabIndex={-1} aria-busy={isPending}>
      <Notice state={{ ...state, undo: [] }} texts={{ undo: "" }} />
      {rows.length === 0 && <EmptyList>{empty}</EmptyList>}
      <ul role="list">
        {rows.map(({ id, frozen, kept, reply, actions }) => (
          <li key={id} className={styles.row}>
            <div id={`case-${id}`}>
              <p className={desk.name}>{frozen}</p>
              <p className={desk.soft}>
                {kept} · <a href={reply.href}>{reply.label}</a>
              </p>
            </div>
            {state.shown[id] && (
              <dl className={danger.contents}>
                {state.shown[id].map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
            {texts.acts && (
              <fieldset className={styles.acts}>
                <legend className="visually-hidden">{actions}</legend>
                <p className={styles.buttons}>{(["show", "keep"] as const).map((act) => button(act, id, texts.acts?.[act]))}</p>
                <AskFirst act={`delete:${id}`} texts={texts.acts.deleting} describedBy={`case-${id}`} />
              </fieldset>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}

function button(act: keyof typeof TONES, id: string, label: string | undefined) {
  return (
    <Button key={act} name="act" value={`${act}:${id}`} tone={TONES[act]} small aria-describedby={`case-${id}`}>
      {label}
    </Button>
  );
}
