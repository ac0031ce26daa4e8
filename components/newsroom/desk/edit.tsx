"use client";
import { useEffect, useEffectEvent, useRef, useState, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextArea } from "@/components/ui/field";
import type { DeskState, DeskTexts } from "./view";
import styles from "./desk.module.css";

interface EditProps {
  id: string;
  /** The text as it stands, and which one that is. */
  source: string;
  seen: string;
  /** Whether what readers reported of it is open. */
  isReported: boolean;
  /** The newest of these reports. */
  lastReport: string | null;
  /** What came of the last act, if that was a change of this text. */
  edited: DeskState["edited"];
  texts: DeskTexts["edit"];
  /** The element that names the comment. */
  describedBy: string;
}

/**
 * Changes a comment's text, one click away. What is sent says which text it was when the form was opened, and which report
 * the newest, so that nothing is written over or answered that came in meanwhile; after a refusal it is what stands by then.
 * Where nothing is typed, the field says what the comment says, also when that is changed or taken back while it is open.
 */
export function Edit({ id, source, seen, isReported, lastReport, edited, texts, describedBy }: EditProps) {
  const [isOpen] = useState(edited?.typed !== undefined);
  const shown = { text: seen, report: lastReport ?? "" };
  const [began, setBegan] = useState(shown);
  const [told, setTold] = useState(edited);
  const [saved, setSaved] = useState(0);
  if (edited !== told) {
    setTold(edited);
    if (edited) setBegan(shown);
    if (edited && edited.typed === undefined) setSaved(saved + 1);
  }
  const field = useRef<HTMLTextAreaElement>(null);
  const stood = useRef(source);
  const onChanged = useEffectEvent((was: string) => {
    if (!field.current || field.current.value !== was || was === source) return;
    // React leaves what stands in a field when its default changes.
    field.current.value = source;
    setBegan(shown);
  });
  useEffect(() => {
    onChanged(stood.current);
    stood.current = source;
  }, [source]);
  const begin = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    if (currentTarget.open && field.current?.value === field.current?.defaultValue) setBegan(shown);
  };
  return (
    // A saved one begins anew.
    <details key={saved} className={styles.rest} open={isOpen} onToggle={begin}>
      <summary>{texts.open}</summary>
      <div className={styles.rejection}>
        <TextArea ref={field} name={`text:${id}`} label={texts.label} hint={texts.hint} rows={5} defaultValue={edited?.typed ?? source} />
        <input type="hidden" name={`base:${id}`} value={began.text} />
        <input type="hidden" name={`reports:${id}`} value={began.report} />
        <Select name={`kind:${id}`} label={texts.kind} problem={edited?.wrongKind} defaultValue={edited?.kind}>
          {texts.kinds.map((kind) => (
            <option key={kind.id} value={kind.id}>
              {kind.label}
            </option>
          ))}
        </Select>
        <TextArea
          name={`why:${id}`}
          label={texts.why}
          hint={texts.whyHint}
          rows={2}
          maxLength={texts.mostWhyChars}
          defaultValue={edited?.why}
        />
        {isReported && <Checkbox name={`answers:${id}`} label={texts.answers} hint={texts.answersHint} defaultChecked={edited?.answers} />}
        <Button name="act" value={`edit:${id}`} small aria-describedby={describedBy}>
          {texts.save}
        </Button>
      </div>
    </details>
  );
}
