import type { Editor, JSONContent } from "@tiptap/react";
import type { Picture } from "@/lib/media/schema";
import { pathFor, PRESENT_PIXELS } from "@/lib/media/shown";

/** Puts a picture of the library into the text, with what the library says of it, and the cursor below it. */
export function insertPicture(editor: Editor, picture: Picture): void {
  const { alt, caption, credit } = picture;
  insertBlock(editor, { type: "figure", attrs: { src: pathFor(picture, PRESENT_PIXELS), alt, caption, credit } });
}

/** Puts a link card into the text, and the cursor below it. */
export function insertCard(editor: Editor, attrs: Record<string, string>): void {
  insertBlock(editor, { type: "linkCard", attrs });
}

/** Puts a line across the text, and the cursor below it. */
export function insertDivider(editor: Editor): void {
  if (afterTable(editor) === null) editor.chain().focus().setHorizontalRule().run();
  else insertBlock(editor, { type: "horizontalRule" });
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

/**
 * A piece that is one whole: one writes on below it, in a paragraph that is there or made. No cell can hold it: from
 * within a table it goes below that, which it would otherwise tear in two.
 */
function insertBlock(editor: Editor, block: JSONContent): void {
  const below = afterTable(editor);
  if (below === null) editor.chain().focus().insertContent(block).run();
  else editor.chain().focus().insertContentAt(below, block).run();
  writeOn(editor);
}

/** Puts the cursor below what was inserted. */
function writeOn(editor: Editor): void {
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

/** The place below the table that the cursor is in, or null. */
function afterTable(editor: Editor): number | null {
  const { $to } = editor.state.selection;
  for (let depth = 1; depth <= $to.depth; depth++) if ($to.node(depth).type.name === "table") return $to.after(depth);
  return null;
}
