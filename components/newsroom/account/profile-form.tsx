"use client";
import { useActionState } from "react";
import { useWrongField } from "@/components/newsroom/form/use-wrong-field";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FormFields } from "@/components/ui/form-fields";
import styles from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";
import type { Picture } from "@/lib/media/schema";
import { Portrait } from "./portrait";

export interface ProfileTexts {
  name: string;
  slug: string;
  slugHint: string;
  bio: string;
  bioHint: string;
  picture: string;
  choosePicture: string;
  changePicture: string;
  removePicture: string;
  save: string;
}

interface ProfileFormProps {
  profile: { name: string; slug: string; bio: string; picture: Picture | null };
  action: (before: FormState, form: FormData) => Promise<FormState>;
  texts: ProfileTexts;
  /** The picker's texts; null for who has no use of pictures: theirs stays as it is. */
  media: MediaPickerTexts | null;
}

/** What one tells of oneself, in the newsroom and to readers. Works without JavaScript, but for the picture. */
export function ProfileForm({ profile, action, texts, media }: ProfileFormProps) {
  const [state, send, isSending] = useActionState(action, {});
  const form = useWrongField(state);
  return (
    <form ref={form} action={send} className={`${styles.form} ${styles.narrow}`}>
      {state.problem && <Alert>{state.problem}</Alert>}
      <FormFields
        fields={[
          { name: "name", label: texts.name, autoComplete: "name", required: true, value: profile.name },
          { name: "slug", label: texts.slug, hint: texts.slugHint, autoComplete: "off", value: profile.slug },
          { name: "bio", label: texts.bio, hint: texts.bioHint, rows: 5, value: profile.bio },
        ]}
        typed={state.typed}
        problems={state.problems}
      />
      {media ? (
        <Portrait picture={profile.picture} texts={texts} media={media} />
      ) : (
        <input type="hidden" name="pictureId" value={profile.picture?.id ?? ""} />
      )}
      <div className={styles.actions}>
        <Button tone="primary" aria-disabled={isSending}>
          {texts.save}
        </Button>
        <Status>{state.done}</Status>
      </div>
    </form>
  );
}
