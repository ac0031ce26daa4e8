import { useRef, useState, type KeyboardEvent } from "react";
import { useEditorState, type Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { MediaPicker } from "@/components/newsroom/media-picker/media-picker";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import { Icon } from "./icons";
import { LinkDialog } from "./link-dialog";
import { TOOLS, type Tool } from "./tools";
import styles from "./editor.module.css";

interface ToolbarProps {
  editor: Editor;
  media: MediaPickerTexts;
  /** The id of the text. */
  controls: string;
}

/**
 * The toolbar of the text (ARIA Authoring Practices, "Toolbar"): one Tab stop, arrow keys, Home and End move within;
 * what is in force at the cursor is pressed.
 */
export function Toolbar({ editor, media, controls }: ToolbarProps) {
  const t = useTranslations("posts");
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const [dialog, setDialog] = useState<"link" | "picture" | null>(null);
  const state = useEditorState({ editor, selector: ({ editor: now }) => TOOLS.map((tool) => stateOf(tool, now)) });

  function move(event: KeyboardEvent) {
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: TOOLS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + TOOLS.length) % TOOLS.length;
    setStop(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  }
  function use(tool: Tool) {
    if (tool.opens) {
      setDialog(tool.opens);
      return;
    }
    tool.run(editor);
    // TipTap's own focus waits for a frame: what is typed until then would go to the button.
    editor.view.focus();
  }
  function insert(picture: Picture) {
    const attrs = { src: pathFor(picture, 960), alt: picture.alt, caption: picture.caption, credit: picture.credit };
    editor.chain().focus().insertContent({ type: "figure", attrs }).run();
  }
  return (
    <div ref={bar} role="toolbar" aria-label={t("toolbar")} aria-controls={controls} className={styles.tools} onKeyDown={move}>
      {TOOLS.map((tool, at) => (
        <button
          key={tool.name}
          type="button"
          className={styles.tool}
          aria-label={t(`tools.${tool.name}`)}
          title={t(`tools.${tool.name}`)}
          aria-pressed={tool.isActive ? state[at]?.isActive : undefined}
          aria-disabled={state[at]?.isDisabled}
          tabIndex={at === stop ? 0 : -1}
          // The mouse leaves the cursor where it is.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setStop(at)}
          onClick={() => use(tool)}
        >
          <span aria-hidden="true" className={styles[tool.name]}>
            <Icon name={tool.name} letters={tool.letters} />
          </span>
        </button>
      ))}
      {dialog === "link" && <LinkDialog editor={editor} onClose={() => setDialog(null)} />}
      <MediaPicker open={dialog === "picture"} onOpenChange={(open) => setDialog(open ? "picture" : null)} onPick={insert} texts={media} />
    </div>
  );
}

function stateOf(tool: Tool, editor: Editor): { isActive: boolean; isDisabled: boolean } {
  return { isActive: tool.isActive?.(editor) ?? false, isDisabled: tool.isDisabled?.(editor) ?? false };
}
