"use client";
import { useState } from "react";
import { MediaPicker } from "@/components/newsroom/media-picker/media-picker";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { Button } from "@/components/ui/button";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import styles from "./account.module.css";

interface PortraitProps {
  picture: Picture | null;
  texts: { picture: string; choose: string; change: string; remove: string };
  /** The picker's texts; null for who has no use of pictures: theirs stays as it is. */
  media: MediaPickerTexts | null;
}

/** The picture on one's author page, as a field (`pictureId`) of the form around it. */
export function Portrait({ picture, texts, media }: PortraitProps) {
  const [chosen, choose] = useState(picture);
  const [isOpen, setOpen] = useState(false);
  const field = <input type="hidden" name="pictureId" value={chosen?.id ?? ""} />;
  if (!media) return field;
  return (
    <fieldset className={styles.portrait}>
      <legend>{texts.picture}</legend>
      {field}
      {chosen && <img className={styles.face} src={pathFor(chosen, 192)} alt={chosen.alt} width={96} height={96} />}
      <div className={styles.buttons}>
        <Button type="button" small onClick={() => setOpen(true)}>
          {chosen ? texts.change : texts.choose}
        </Button>
        {chosen && (
          <Button type="button" small tone="quiet" onClick={() => choose(null)}>
            {texts.remove}
          </Button>
        )}
      </div>
      <MediaPicker open={isOpen} onOpenChange={setOpen} onPick={choose} texts={media} />
    </fieldset>
  );
}
