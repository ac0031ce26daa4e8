"use client";
import { useState } from "react";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { MediaPicker } from "@/components/newsroom/media-picker/media-picker";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import form from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import { AccentField } from "./accent-field";
import styles from "./arrange.module.css";

interface LookFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  logo: Picture | null;
  siteName: string;
  accent: string;
  fonts: string;
  fontChoices: { value: string; label: string }[];
  languages: string;
  media: MediaPickerTexts;
  texts: Record<"logo" | "logoHint" | "choose" | "remove" | "languages" | "languagesHint" | "submit", string> &
    Record<"accent" | "accentHint" | "pickAccent" | "fonts" | "fontsHint", string>;
}

/** The logo, chosen from the pictures, the accent colour, the fonts, and the languages that a post may have. */
export function LookForm({ action, logo, languages, media, texts, ...look }: LookFormProps) {
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
      <AccentField
        label={texts.accent}
        hint={texts.accentHint}
        pick={texts.pickAccent}
        value={state.typed?.accent ?? look.accent}
        sample={look.siteName}
        problem={state.problems?.accent}
      />
      {/* React empties a form after its action: a choice falls back to the one that it was made with. */}
      <Select
        key={state.typed?.fonts ?? look.fonts}
        label={texts.fonts}
        hint={texts.fontsHint}
        name="fonts"
        defaultValue={state.typed?.fonts ?? look.fonts}
        problem={state.problems?.fonts}
      >
        {look.fontChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
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
