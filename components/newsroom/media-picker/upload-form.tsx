"use client";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MAX_ALT_CHARS, MAX_CAPTION_CHARS, MAX_CREDIT_CHARS, PICTURE_TYPES, type Picture } from "@/lib/media/schema";
import { upload, type Problems } from "./ask";
import { checkUpload } from "./check-file";
import { DropArea } from "./drop-area";
import type { MediaPickerTexts } from "./texts";
import { UploadProgress } from "./upload-progress";
import styles from "./media-picker.module.css";

interface UploadFormProps {
  texts: MediaPickerTexts;
  /** Files that were dropped or pasted before the dialog opened. */
  files?: File[];
  onPick: (picture: Picture) => void;
}

/** Uploads a picture with its texts; what is wrong is told at its field, and nothing typed is lost. */
export function UploadForm({ texts, files, onPick }: UploadFormProps) {
  const [problems, setProblems] = useState<Problems>({});
  const [part, setPart] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [problems]);
  useEffect(() => {
    if (files?.length) putInto(form.current, files);
  }, [files]);
  const said = (code: string | undefined) => code && (texts.problems[code] ?? texts.problems.other);

  async function send(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    // The picker stands in the page's form, as React sees it: that one is not meant.
    event.stopPropagation();
    if (part !== null) return;
    const typed = new FormData(event.currentTarget);
    const file = fileOf(typed);
    const told = { alt: textOf(typed, "alt"), caption: textOf(typed, "caption"), credit: textOf(typed, "credit") };
    const wrong = checkUpload(file, told);
    setProblems(wrong);
    if (!file || wrong.file || wrong.alt) return;
    setPart(0);
    const answer = await upload(file, told, setPart);
    setPart(null);
    if ("picture" in answer) onPick(answer.picture);
    else setProblems(answer.problems);
  }

  return (
    <form ref={form} noValidate onSubmit={send} className={styles.upload} aria-busy={part !== null}>
      <h3 className={styles.heading}>{texts.uploadHeading}</h3>
      {problems.whole && <Alert>{said(problems.whole)}</Alert>}
      <DropArea onFiles={(dropped) => putInto(form.current, dropped)}>
        <Field
          label={texts.file}
          hint={texts.fileHint}
          problem={said(problems.file)}
          name="file"
          type="file"
          required
          accept={PICTURE_TYPES}
        />
      </DropArea>
      <Field
        label={texts.alt}
        hint={texts.altHint}
        problem={said(problems.alt)}
        name="alt"
        required
        maxLength={MAX_ALT_CHARS}
        autoComplete="off"
      />
      <div className={styles.pair}>
        <Field label={texts.caption} problem={said(problems.caption)} name="caption" maxLength={MAX_CAPTION_CHARS} autoComplete="off" />
        <Field label={texts.credit} problem={said(problems.credit)} name="credit" maxLength={MAX_CREDIT_CHARS} autoComplete="off" />
      </div>
      {part !== null && <UploadProgress part={part} label={texts.progress} texts={texts} />}
      <Button tone="primary" aria-disabled={part !== null}>
        {texts.upload}
      </Button>
    </form>
  );
}

function fileOf(form: FormData): File | undefined {
  const file = form.get("file");
  return file instanceof File ? file : undefined;
}

function textOf(form: FormData, name: string): string {
  const text = form.get(name);
  return typeof text === "string" ? text : "";
}

/** Puts dropped or pasted files into the form's file field, as if they had been chosen there: the first one counts. */
function putInto(form: HTMLFormElement | null, files: File[]): void {
  const field = form?.elements.namedItem("file");
  if (!(field instanceof HTMLInputElement)) return;
  const chosen = new DataTransfer();
  for (const file of files.slice(0, 1)) chosen.items.add(file);
  field.files = chosen.files;
}
