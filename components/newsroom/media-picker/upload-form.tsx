"use client";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MAX_ALT_CHARS, MAX_UPLOAD_BYTES, type Picture } from "@/lib/media/schema";
import { upload, type Problems } from "./ask";
import type { MediaPickerTexts } from "./texts";
import styles from "./media-picker.module.css";

/** Uploads a picture with its alternative text; what is wrong is told at its field, and nothing typed is lost. */
export function UploadForm({ texts, onPick }: { texts: MediaPickerTexts; onPick: (picture: Picture) => void }) {
  const [problems, setProblems] = useState<Problems>({});
  const [isUploading, setIsUploading] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [problems]);
  const said = (code: string | undefined) => code && (texts.problems[code] ?? texts.problems.other);

  async function send(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    // The picker stands in the page's form, as React sees it: that one is not meant.
    event.stopPropagation();
    if (isUploading) return;
    const typed = new FormData(event.currentTarget);
    const [file, alt] = [typed.get("file"), typed.get("alt")];
    if (!(file instanceof File) || typeof alt !== "string") return;
    const wrong = check(file, alt);
    setProblems(wrong);
    if (wrong.file || wrong.alt) return;
    setIsUploading(true);
    const answer = await upload(file, alt);
    setIsUploading(false);
    if ("picture" in answer) onPick(answer.picture);
    else setProblems(answer.problems);
  }

  return (
    <form ref={form} noValidate onSubmit={send} className={styles.upload} aria-busy={isUploading}>
      <h3 className={styles.heading}>{texts.uploadHeading}</h3>
      {problems.whole && <Alert>{said(problems.whole)}</Alert>}
      <Field
        label={texts.file}
        hint={texts.fileHint}
        problem={said(problems.file)}
        name="file"
        type="file"
        required
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
      />
      <Field
        label={texts.alt}
        hint={texts.altHint}
        problem={said(problems.alt)}
        name="alt"
        required
        maxLength={MAX_ALT_CHARS}
        autoComplete="off"
      />
      <Button tone="primary" aria-disabled={isUploading}>
        {isUploading ? texts.uploading : texts.upload}
      </Button>
    </form>
  );
}

/** What the server would refuse is told before the file is sent. */
function check(file: File, alt: string): Problems {
  const size = file.size > MAX_UPLOAD_BYTES ? "pictureTooLarge" : undefined;
  return { file: file.size === 0 ? "required" : size, alt: alt.trim() ? undefined : "altRequired" };
}
