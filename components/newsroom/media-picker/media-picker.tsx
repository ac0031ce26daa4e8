"use client";
import { Dialog } from "@/components/ui/dialog";
import type { Picture } from "@/lib/media/schema";
import { Gallery } from "./gallery";
import type { MediaPickerTexts } from "./texts";
import { UploadForm } from "./upload-form";

interface MediaPickerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called with the picture that was chosen or uploaded; the dialog closes by itself. */
  onPick: (picture: Picture) => void;
  texts: MediaPickerTexts;
  /** What was dropped or pasted where a picture is wanted: it is ready to be uploaded when the dialog opens. */
  files?: File[];
}

/** A dialog in which one uploads a picture, or chooses one that is there. */
export function MediaPicker({ open, onOpenChange, onPick, texts, files }: MediaPickerProps) {
  const pick = (picture: Picture) => {
    onPick(picture);
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={texts.title} cancel={texts.close}>
      <UploadForm texts={texts} files={files} onPick={pick} />
      <Gallery texts={texts} onPick={pick} />
    </Dialog>
  );
}
