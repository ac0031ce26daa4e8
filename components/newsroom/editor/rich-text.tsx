import { useEffect, useId } from "react";
import { EditorContent, useEditor, type Content } from "@tiptap/react";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import prose from "@/components/public/post/post-body.module.css";
import field from "@/components/ui/field.module.css";
import { extensions } from "./extensions";
import { Toolbar } from "./toolbar";
import styles from "./editor.module.css";

interface RichTextProps {
  label: string;
  /** What it opens with: a ProseMirror document. */
  content: unknown;
  lang: string;
  problem: string | undefined;
  media: MediaPickerTexts;
  /** Called with the document after each change. */
  onChange: (document: unknown) => void;
  /** Takes what can be focused when the text is refused. */
  focusRef: (target: { focus: () => void }) => void;
}

/** The text with its toolbar: what one sees is set like the readers' page. */
export function RichText({ label, content, lang, problem, media, onChange, focusRef }: RichTextProps) {
  const id = useId();
  const editor = useEditor({
    extensions,
    content: content as Content,
    injectCSS: false,
    immediatelyRender: false,
    onUpdate: (update) => onChange(update.editor.getJSON()),
  });
  useEffect(() => {
    editor?.setOptions({ editorProps: { attributes: attributesOf(id, lang, problem) } });
    if (editor) focusRef({ focus: () => editor.commands.focus() });
  }, [editor, id, lang, problem, focusRef]);
  return (
    <div className={field.field}>
      <span id={`${id}-label`} className={field.label}>
        {label}
      </span>
      <div className={styles.rich} data-invalid={problem ? true : undefined}>
        {editor && <Toolbar editor={editor} media={media} controls={`${id}-text`} />}
        <EditorContent editor={editor} className={`${styles.writing} ${prose.body}`} />
      </div>
      {problem && (
        <p className={field.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
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
