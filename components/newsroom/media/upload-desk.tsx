"use client";
import { useEffect, useRef, type SyntheticEvent } from "react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DropArea } from "@/components/newsroom/media-picker/drop-area";
import { Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PICTURE_TYPES } from "@/lib/media/schema";
import { UploadLine } from "./upload-line";
import { useUploads } from "./use-uploads";
import styles from "./media.module.css";

/** Takes pictures into the library: chosen, dropped or pasted, many at once; each is described before it is sent. */
export function UploadDesk() {
  const t = useTranslations("media");
  const router = useRouter();
  const uploads = useUploads();
  const { waiting, done, isSending, add } = uploads;
  const form = useRef<HTMLFormElement>(null);
  usePaste(add);

  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    if ((await uploads.send()) > 0) router.refresh();
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <form ref={form} noValidate onSubmit={send} className={styles.desk} aria-label={t("uploadHeading")} aria-busy={isSending}>
      <DropArea onFiles={add}>
        <Field
          label={t("choose")}
          hint={`${t("dropHint")} ${t("fileHint")}`}
          type="file"
          multiple
          accept={PICTURE_TYPES}
          onChange={({ target }) => {
            if (target.files) add(Array.from(target.files));
            // So that the same file can be chosen again after it was left out.
            target.value = "";
          }}
        />
      </DropArea>
      {waiting.length > 0 && (
        <>
          <ul role="list" aria-label={t("queue")} className={styles.lines}>
            {waiting.map((upload) => (
              <UploadLine key={upload.key} upload={upload} uploads={uploads} />
            ))}
          </ul>
          <Button tone="primary" aria-disabled={isSending}>
            {t("uploadAll", { count: waiting.length })}
          </Button>
        </>
      )}
      <Status>{done > 0 && !isSending ? t("uploaded", { count: done }) : null}</Status>
    </form>
  );
}

/** Takes files that are pasted anywhere on the page, unless a field wants the text. */
function usePaste(add: (files: File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (event.defaultPrevented || !files?.length) return;
      event.preventDefault();
      add(Array.from(files));
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [add]);
}
