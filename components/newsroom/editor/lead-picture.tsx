import { useState } from "react";
import { useTranslations } from "next-intl";
import { MediaPicker } from "@/components/newsroom/media-picker/media-picker";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { Button } from "@/components/ui/button";
import field from "@/components/ui/field.module.css";
import { pathFor } from "@/lib/media/shown";
import type { Known } from "./known";
import styles from "./editor.module.css";

interface LeadPictureProps {
  id: string | null;
  known: Known;
  onChange: (id: string | null) => void;
  media: MediaPickerTexts;
  problem: string | undefined;
}

/** The picture over the text and on lists. */
export function LeadPicture({ id, known, onChange, media, problem }: LeadPictureProps) {
  const t = useTranslations("posts");
  const [isOpen, setOpen] = useState(false);
  const picture = id ? known.pictures[id] : undefined;
  return (
    <fieldset className={styles.group}>
      <legend>{t("leadPicture")}</legend>
      {picture && (
        <figure className={styles.lead}>
          <img src={pathFor(picture, 320)} alt={picture.alt} width={picture.width} height={picture.height} />
          <figcaption className={styles.note}>{picture.alt}</figcaption>
        </figure>
      )}
      <div className={styles.inline}>
        <Button type="button" small onClick={() => setOpen(true)}>
          {t(id ? "changePicture" : "choosePicture")}
        </Button>
        {id && (
          <Button type="button" small tone="quiet" onClick={() => onChange(null)}>
            {t("removePicture")}
          </Button>
        )}
      </div>
      {problem && <p className={field.problem}>{problem}</p>}
      <MediaPicker
        open={isOpen}
        onOpenChange={setOpen}
        onPick={(picked) => {
          known.learnPicture(picked);
          onChange(picked.id);
        }}
        texts={media}
      />
    </fieldset>
  );
}
