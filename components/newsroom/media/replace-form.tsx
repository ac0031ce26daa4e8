"use client";
import { useState, type SyntheticEvent } from "react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { replace } from "@/components/newsroom/media-picker/ask";
import { checkFile } from "@/components/newsroom/media-picker/check-file";
import { DropArea } from "@/components/newsroom/media-picker/drop-area";
import { UploadProgress } from "@/components/newsroom/media-picker/upload-progress";
import { Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import form from "@/components/ui/form.module.css";
import { PICTURE_TYPES } from "@/lib/media/schema";
import { useProblemText } from "./problem-text";

/** Puts another file in a picture's place. */
export function ReplaceForm({ id }: { id: string }) {
  const t = useTranslations("media");
  const said = useProblemText();
  const router = useRouter();
  const [file, setFile] = useState<File | undefined>();
  const [part, setPart] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const [isDone, setDone] = useState(false);

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (part !== null) return;
    setDone(false);
    const wrong = checkFile(file).file;
    setProblem(wrong);
    if (!file || wrong) return;
    setPart(0);
    const problems = await replace(id, file, setPart);
    setPart(null);
    setProblem(problems?.file ?? problems?.whole);
    if (problems) return;
    setDone(true);
    router.refresh();
  }

  return (
    <form noValidate onSubmit={send} className={`${form.form} ${form.narrow}`} aria-busy={part !== null}>
      <DropArea onFiles={(files) => setFile(files[0])}>
        <Field
          label={t("newFile")}
          hint={t("fileHint")}
          problem={said(problem)}
          type="file"
          accept={PICTURE_TYPES}
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </DropArea>
      {part !== null && <UploadProgress part={part} label={t("progress")} texts={{ uploading: t("uploading"), making: t("making") }} />}
      <div className={form.actions}>
        <Button aria-disabled={part !== null}>{t("replace")}</Button>
        <Status>{isDone ? t("replaced") : null}</Status>
      </div>
    </form>
  );
}
