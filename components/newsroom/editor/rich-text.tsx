import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { EditorContent, useEditor, type Content } from "@tiptap/react";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import prose from "@/components/public/post/post-body.module.css";
import field from "@/components/ui/field.module.css";
import { extensions } from "./extensions";
import type { FindLinks } from "./dialogs/link-targets";
import { cleanPaste } from "./paste/clean-paste";
import { placeOf } from "./place";
import { TextTools, type Asking } from "./text-tools";
import styles from "./editor.module.css";

interface RichTextProps {
  label: string;
  /** What it opens with: a ProseMirror document. */
  content: unknown;
  lang: string;
  problem: string | undefined;
  media: MediaPickerTexts;
  findLinks: FindLinks;
  /** Called with the document after each change. */
  onChange: (document: unknown) => void;
  /** Takes what can be focused when the text is refused. */
  focusRef: (target: { focus: () => void }) => void;
}

/** The text with its toolbar: what one sees is set like the readers' page. */
export function RichText({ label, content, lang, problem, media, findLinks, onChange, focusRef }: RichTextProps) {
  const id = useId();
  const [asking, ask] = useState<Asking>(null);
  const editor = useEditor({
    extensions,
    content: content as Content,
    injectCSS: false,
    immediatelyRender: false,
    onUpdate: (update) => onChange(update.editor.getJSON()),
  });
  useEffect(() => {
    editor?.setOptions({ editorProps: { attributes: attributesOf(id, lang, problem), transformPastedHTML: cleanPaste } });
    if (editor) focusRef({ focus: () => editor.commands.focus() });
  }, [editor, id, lang, problem, focusRef]);
  /** Ctrl+K asks for a link, Alt+Enter for the details of what is at the cursor; Alt+F10 leads to the tools, since Tab moves within a table. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "F10" && event.altKey) {
      event.preventDefault();
      focusTools(`${id}-text`);
      return;
    }
    const isLink = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    const isDetails = event.key === "Enter" && event.altKey && editor && placeOf(editor) !== null;
    if (!isLink && !isDetails) return;
    event.preventDefault();
    ask(isLink ? "link" : "details");
  }
  return (
    <div className={field.field}>
      <span id={`${id}-label`} className={field.label}>
        {label}
      </span>
      <div className={styles.rich} data-invalid={problem ? true : undefined}>
        {editor && <TextTools editor={editor} media={media} findLinks={findLinks} controls={`${id}-text`} asking={asking} onAsk={ask} />}
        <EditorContent editor={editor} className={`${styles.writing} ${prose.body}`} onKeyDown={onKeyDown} />
      </div>
      {problem && (
        <p className={field.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** The tools of what is at the cursor, where there are some, or else those of the text. Takes the id of the text. */
function focusTools(id: string): void {
  const bars = document.querySelectorAll(`[role="toolbar"][aria-controls="${CSS.escape(id)}"]`);
  bars[bars.length - 1]?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

function attributesOf(id: string, lang: string, problem: string | undefined): Record<string, string> {
  return {
    id: `${id}-text`,
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": `${id}-label`,
    lang,
    ...(problem && { "aria-invalid": "true", "aria-describedby": `${id}-problem` }),
  };
}
