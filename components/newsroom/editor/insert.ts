import type { Editor, JSONContent } from "@tiptap/react";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";

/** The width in pixels at which a picture is shown while one writes. */
const SHOWN_PIXELS = 960;

/** Puts a picture of the library into the text, with what the library says of it, and the cursor below it. */
export function insertPicture(editor: Editor, picture: Picture): void {
  const { alt, caption, credit } = picture;
  insertBlock(editor, { type: "figure", attrs: { src: pathFor(picture, SHOWN_PIXELS), alt, caption, credit } });
}

/** Puts a link card into the text, and the cursor below it. */
export function insertCard(editor: Editor, attrs: Record<string, string>): void {
  insertBlock(editor, { type: "linkCard", attrs });
}

/** Puts a footnote behind what is selected: its words stay. */
export function insertFootnote(editor: Editor, attrs: Record<string, string>): void {
  const { to } = editor.state.selection;
  editor
    .chain()
    .focus()
    .insertContentAt(to, { type: "footnote", attrs })
    .setTextSelection(to + 1)
    .run();
}

/** A piece that is one whole: one writes on below it, in a paragraph that is there or made. */
function insertBlock(editor: Editor, block: JSONContent): void {
  editor.chain().focus().insertContent(block).run();
  const { $to } = editor.state.selection;
  const below = $to.nodeAfter;
  if (below?.isTextblock) editor.commands.setTextSelection($to.pos + 1);
  else if (!$to.parent.isTextblock)
    editor
      .chain()
      .insertContentAt($to.pos, { type: "paragraph" })
      .setTextSelection($to.pos + 1)
      .run();
}
