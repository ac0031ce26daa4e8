"use client";
import { useState } from "react";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { FormState } from "@/lib/i18n/form-state";
import styles from "./preview.module.css";

interface PreviewLinksProps {
  links: { id: string; address: string; facts: string }[];
  end: (before: FormState, form: FormData) => Promise<FormState>;
  texts: { link: string; copy: string; copied: string; end: string };
}

/** The links that open a preview now: each can be copied and ended. */
export function PreviewLinks({ links, end, texts }: PreviewLinksProps) {
  const [state, send, isSending] = useFormAct(end);
  const [copied, setCopied] = useState<string | null>(null);
  const list = useFocusStays<HTMLDivElement>();
  return (
    <div ref={list} tabIndex={-1} className={styles.links}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <Status>{copied ? texts.copied : state.done}</Status>
      <ul role="list">
        {links.map(({ id, address, facts }) => (
          <li key={id}>
            <Field label={texts.link} hint={facts} readOnly value={address} onFocus={(event) => event.target.select()} />
            <div className={styles.acts}>
              <Button type="button" small onClick={() => void copy(address).then((done) => setCopied(done ? id : null))}>
                {texts.copy}
              </Button>
              <form action={send}>
                <input type="hidden" name="id" value={id} />
                <Button small tone="danger" aria-disabled={isSending}>
                  {texts.end}
                </Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Browsers lend the clipboard to https and to this machine only; elsewhere the field is there to copy from. */
async function copy(text: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  await navigator.clipboard.writeText(text);
  return true;
}
