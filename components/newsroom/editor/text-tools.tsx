import { useCallback, useState } from "react";
import { useEditorState, type Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { MediaPicker } from "@/components/newsroom/media-picker/media-picker";
import type { MediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { readingMinutes } from "@/lib/posts/words";
import { Details } from "./dialogs/details";
import { LinkDialog } from "./dialogs/link-dialog";
import type { FindLinks } from "./dialogs/link-targets";
import { Icon } from "./icons";
import { insertPicture } from "./insert";
import { usePictureFiles } from "./picture-files";
import { PLACE_TOOLS, placeOf, type Place, type PlaceTool } from "./place";
import { Toolbar, type ToolButton } from "./toolbar";
import { TOOLS, type Opens, type Tool } from "./tools";
import { wordsIn } from "./written";
import styles from "./toolbar.module.css";

/** What a dialog asks for: something new, or the details of what is at the cursor. */
export type Asking = Opens | "details" | null;

interface TextToolsProps {
  editor: Editor;
  media: MediaPickerTexts;
  findLinks: FindLinks;
  /** The id of the text. */
  controls: string;
  asking: Asking;
  onAsk: (asking: Asking) => void;
}

/** The tools of the text, those of what is at the cursor, how long it is, and the dialogs that they open. */
export function TextTools({ editor, media, findLinks, controls, asking, onAsk }: TextToolsProps) {
  const t = useTranslations("posts");
  const write = useTranslations("write");
  const { states, place, words } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ states: TOOLS.map((tool) => stateOf(tool, now)), place: placeOf(now), words: wordsIn(now) }),
  });
  const [files, setFiles] = useState<File[]>([]);
  const upload = useCallback(
    (given: File[]) => {
      setFiles(given);
      onAsk("picture");
    },
    [onAsk],
  );
  usePictureFiles(editor, upload);
  // TipTap's own focus waits for a frame: what is typed until then would go to the button.
  const focusText = () => editor.view.focus();

  function use(tool: Tool | PlaceTool) {
    if ("opens" in tool && tool.opens) onAsk(tool.opens);
    else if (tool.name === "details") onAsk("details");
    else {
      tool.run?.(editor);
      focusText();
    }
  }
  const of = asking === "details" ? place : asking === "linkCard" || asking === "footnote" ? asking : null;
  return (
    <div className={styles.bars}>
      <Toolbar
        label={t("toolbar")}
        controls={controls}
        buttons={TOOLS.map((tool, at) => ({
          name: tool.name,
          label: t(`tools.${tool.name}`),
          sign: <Icon name={tool.name} letters={tool.letters} />,
          keys: tool.key && write("withCtrl", { key: tool.key }),
          ...states[at],
          use: () => use(tool),
        }))}
      />
      <div className={styles.place}>
        {place && (
          <Toolbar
            label={write(`places.${place}`)}
            controls={controls}
            buttons={PLACE_TOOLS[place].map((tool) => ({
              name: tool.name,
              ...spoken(tool, place, write),
              use: () => use(tool),
            }))}
          />
        )}
        <p className={styles.count}>{write("count", { words, minutes: readingMinutes(words) })}</p>
      </div>
      {asking === "link" && <LinkDialog editor={editor} find={findLinks} onClose={() => onAsk(null)} onClosed={focusText} />}
      <MediaPicker
        open={asking === "picture"}
        onOpenChange={(open) => {
          onAsk(open ? "picture" : null);
          setFiles([]);
        }}
        onPick={(picture) => insertPicture(editor, picture)}
        texts={media}
        files={files}
      />
      {of && (
        <Details
          key={of}
          editor={editor}
          of={of}
          isNew={asking !== "details"}
          findLinks={findLinks}
          onClose={() => onAsk(null)}
          onClosed={focusText}
        />
      )}
    </div>
  );
}

/** What a tool of what is at the cursor is called, and its sign. */
function spoken(
  { name }: PlaceTool,
  place: Place,
  t: ReturnType<typeof useTranslations<"write">>,
): Pick<ToolButton, "label" | "sign" | "keys"> {
  if (name === "details") return { label: t(`details.${place}`), sign: t(`details.${place}`), keys: t("detailsKeys") };
  return { label: name === "remove" ? t(`remove.${place}`) : t(`placeTools.${name}`), sign: <Icon name={name} /> };
}

function stateOf(tool: Tool, editor: Editor): { isActive?: boolean; isDisabled?: boolean } {
  return { isActive: tool.isActive?.(editor), isDisabled: tool.isDisabled?.(editor) };
}
