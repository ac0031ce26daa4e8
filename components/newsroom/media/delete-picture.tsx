"use client";
import { useState } from "react";
import { useTranslations } from "next-intl";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { FormState } from "@/lib/i18n/form-state";

interface DeletePictureProps {
  id: string;
  action: (before: FormState, form: FormData) => Promise<FormState>;
}

/** Deletes a picture after one was asked; the action leads back to the library. */
export function DeletePicture({ id, action }: DeletePictureProps) {
  const t = useTranslations("media");
  const [isOpen, setOpen] = useState(false);
  const [state, send, isSending] = useFormAct(action);
  return (
    <>
      <Button type="button" tone="danger" onClick={() => setOpen(true)}>
        {t("delete")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("deleteTitle")}
        description={t("deleteIntro")}
        cancel={t("keep")}
        action={
          <form action={send}>
            <input type="hidden" name="id" value={id} />
            <Button tone="danger" aria-disabled={isSending}>
              {t("delete")}
            </Button>
          </form>
        }
      >
        {state.problem && <Alert>{state.problem}</Alert>}
      </Dialog>
    </>
  );
}
