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
  texts: { picture: string; choosePicture: string; changePicture: string; removePicture: string };
  media: MediaPickerTexts;
}

/** The picture on one's author page, as a field (`pictureId`) of the form around it. */
export function Portrait({ picture, texts, media }: PortraitProps) {
  const [chosen, choose] = useState(picture);
  const [isOpen, setOpen] = useState(false);
  return (
    <fieldset className={styles.portrait}>
      <legend>{texts.picture}</legend>
      <input type="hidden" name="pictureId" value={chosen?.id ?? ""} />
      {chosen && <img className={styles.face} src={pathFor(chosen, 192)} alt={chosen.alt} width={96} height={96} />}
      <div className={styles.buttons}>
        <Button type="button" small onClick={() => setOpen(true)}>
          {chosen ? texts.changePicture : texts.choosePicture}
        </Button>
        {chosen && (
          <Button type="button" small tone="quiet" onClick={() => choose(null)}>
            {texts.removePicture}
          </Button>
        )}
      </div>
      <MediaPicker open={isOpen} onOpenChange={setOpen} onPick={choose} texts={media} />
    </fieldset>
  );
}
