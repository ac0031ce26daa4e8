import { useTranslations } from "next-intl";
import { UploadProgress } from "@/components/newsroom/media-picker/upload-progress";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MAX_ALT_CHARS, MAX_CAPTION_CHARS, MAX_CREDIT_CHARS } from "@/lib/media/schema";
import { useProblemText } from "./problem-text";
import type { Upload, Uploads } from "./use-uploads";
import styles from "./media.module.css";

interface UploadLineProps {
  upload: Upload;
  uploads: Uploads;
}

/** A file that waits to be uploaded: what it shows, what is told of it, how far it is. */
export function UploadLine({ upload, uploads: { tell, leaveOut, isSending } }: UploadLineProps) {
  const t = useTranslations("media");
  const said = useProblemText();
  const { key, file, preview, alt, caption, credit, part, problems } = upload;
  return (
    <li className={styles.line} aria-label={file.name}>
      <img src={preview} alt="" className={styles.thumb} />
      <div className={styles.told}>
        <p className={styles.name}>
          <bdi>{file.name}</bdi>
          <Button
            type="button"
            small
            tone="quiet"
            disabled={isSending}
            onClick={() => leaveOut(key)}
            aria-label={t("leaveOutNamed", { name: file.name })}
          >
            {t("leaveOut")}
          </Button>
        </p>
        {(problems.whole ?? problems.file) && <Alert>{said(problems.whole ?? problems.file)}</Alert>}
        <Field
          label={t("alt")}
          hint={t("altHint")}
          problem={said(problems.alt)}
          required
          maxLength={MAX_ALT_CHARS}
          autoComplete="off"
          value={alt}
          onChange={(event) => tell(key, { alt: event.target.value })}
        />
        <div className={styles.pair}>
          <Field
            label={t("caption")}
            problem={said(problems.caption)}
            maxLength={MAX_CAPTION_CHARS}
            autoComplete="off"
            value={caption}
            onChange={(event) => tell(key, { caption: event.target.value })}
          />
          <Field
            label={t("credit")}
            problem={said(problems.credit)}
            maxLength={MAX_CREDIT_CHARS}
            autoComplete="off"
            value={credit}
            onChange={(event) => tell(key, { credit: event.target.value })}
          />
        </div>
        {part !== null && (
          <UploadProgress
            part={part}
            label={t("progressOf", { name: file.name })}
            texts={{ uploading: t("uploading"), making: t("making") }}
          />
        )}
      </div>
    </li>
  );
}
