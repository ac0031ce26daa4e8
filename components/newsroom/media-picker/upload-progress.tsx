import type { MediaPickerTexts } from "./texts";
import styles from "./media-picker.module.css";

/** How far an upload is: the part that is sent, then that the server is at work. Takes the part from 0 to 1. */
export function UploadProgress({
  part,
  label,
  texts,
}: {
  part: number;
  label: string;
  texts: Pick<MediaPickerTexts, "uploading" | "making">;
}) {
  const isSent = part >= 1;
  return (
    <p className={styles.progress}>
      <progress aria-label={label} max={100} {...(isSent ? {} : { value: Math.round(part * 100) })} />
      <span>{isSent ? texts.making : texts.uploading}</span>
    </p>
  );
}
