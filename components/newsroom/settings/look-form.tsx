"use client";
import { useState } from "react";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { MediaPicker } from "@/components/newsroom/media-picker/media-picker";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import form from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import styles from "./arrange.module.css";

interface LookFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  logo: Picture | null;
  languages: string;
  media: MediaPickerTexts;
  texts: { logo: string; logoHint: string; choose: string; remove: string; languages: string; languagesHint: string; submit: string };
}

/** The logo, chosen from the pictures, and the languages that a post may have. */
export function LookForm({ action, logo, languages, media, texts }: LookFormProps) {
  const [state, send, isSending] = useFormAct(action);
  const [picked, pick] = useState(logo);
  const [isOpen, setOpen] = useState(false);
  return (
    <form action={send} className={`${form.form} ${form.narrow}`}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <fieldset className={styles.look}>
        <legend>{texts.logo}</legend>
        <p className={styles.hint}>{texts.logoHint}</p>
        <input type="hidden" name="logoId" value={picked?.id ?? ""} />
        {picked && (
          <p className={styles.logo}>
            <img src={pathFor(picked, 320)} alt={picked.alt} width={picked.width} height={picked.height} />
          </p>
        )}
        <div className={form.actions}>
          <Button type="button" small onClick={() => setOpen(true)}>
            {texts.choose}
          </Button>
          {picked && (
            <Button type="button" small tone="quiet" onClick={() => pick(null)}>
              {texts.remove}
            </Button>
          )}
        </div>
      </fieldset>
      <Field
        label={texts.languages}
        hint={texts.languagesHint}
        name="languages"
        defaultValue={state.typed?.languages ?? languages}
        problem={state.problems?.languages}
      />
      <FormEnd submit={texts.submit} isSending={isSending} done={state.done} />
      <MediaPicker open={isOpen} onOpenChange={setOpen} onPick={pick} texts={media} />
    </form>
  );
}
