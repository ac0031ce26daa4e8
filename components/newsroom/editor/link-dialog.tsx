import { useState, type KeyboardEvent } from "react";
import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { linkInput } from "@/lib/posts/schema";
import type { ErrorCode } from "@/lib/result";

/** Asks where the chosen text leads, or takes its link away. Without chosen text the address itself becomes the text. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations("posts");
  const errors = useTranslations("errors");
  const present: unknown = editor.getAttributes("link").href;
  const [typed, setTyped] = useState(typeof present === "string" ? present : "");
  const [problem, setProblem] = useState<ErrorCode>();

  function set() {
    const parsed = linkInput.safeParse({ href: typed });
    if (!parsed.success) {
      setProblem(parsed.error.issues[0]?.message as ErrorCode);
      return;
    }
    const { href } = parsed.data;
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link"))
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  }
  function remove() {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onClose();
  }
  function onEnter(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    set();
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("tools.link")}
      cancel={t("cancel")}
      action={
        <Button type="button" tone="primary" onClick={set}>
          {t("setLink")}
        </Button>
      }
    >
      <Field
        label={t("linkAddress")}
        value={typed}
        inputMode="url"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onEnter}
        problem={problem && errors(problem)}
      />
      {typeof present === "string" && (
        <Button type="button" tone="danger" small onClick={remove}>
          {t("removeLink")}
        </Button>
      )}
    </Dialog>
  );
}
