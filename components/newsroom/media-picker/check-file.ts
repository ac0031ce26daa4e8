import { MAX_UPLOAD_BYTES } from "@/lib/media/schema";
import type { PictureTexts, Problems } from "./ask";

/** What the server would refuse is told before a file is sent. */
export function checkUpload(file: File | undefined, { alt }: Pick<PictureTexts, "alt">): Problems {
  return { ...checkFile(file), ...(!alt.trim() && { alt: "altRequired" }) };
}

/** What is wrong with a file as far as the browser can tell: the server judges its content. */
export function checkFile(file: File | undefined): Problems {
  if (!file || file.size === 0) return { file: "required" };
  return file.size > MAX_UPLOAD_BYTES ? { file: "pictureTooLarge" } : {};
}
