import { useState, type KeyboardEvent } from "react";
import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { linkInput } from "@/lib/posts/schema";
import type { LinkTarget } from "@/lib/posts/link-targets";
import type { ErrorCode } from "@/lib/result";
import { LinkTargets, type FindLinks } from "./link-targets";

interface LinkDialogProps {
  editor: Editor;
  find: FindLinks;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  onClosed: () => void;
}

/**
 * Asks where the chosen text leads, an address or a post of this site, or takes its link away. Without chosen text the
 * post's title or the address itself becomes the text.
 */
export function LinkDialog({ editor, find, onClose, onClosed }: LinkDialogProps) {
  const t = useTranslations("posts");
  const write = useTranslations("write");
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
    link(parsed.data.href, parsed.data.href);
  }
  function link(href: string, text: string) {
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link"))
      chain.insertContent({ type: "text", text, marks: [{ type: "link", attrs: { href } }] }).run();
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
      onClosed={onClosed}
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
        hint={write("hints.hrefHint")}
        value={typed}
        inputMode="url"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onEnter}
        problem={problem && errors(problem)}
      />
      <LinkTargets typed={typed} find={find} onPick={({ path, title }: LinkTarget) => link(path, title)} />
      {typeof present === "string" && (
        <Button type="button" tone="danger" small onClick={remove}>
          {t("removeLink")}
        </Button>
      )}
    </Dialog>
  );
}
