import { isNodeSelection, type Editor } from "@tiptap/react";

/** What may be at the cursor that has details or tools of its own. */
export type Place = "figure" | "linkCard" | "footnote" | "pullQuote" | "table";

/** A tool of what is at the cursor. `details` asks for its texts; words are its sign where nothing is drawn. */
export interface PlaceTool {
  name:
    | "details"
    | "remove"
    | "rowBefore"
    | "rowAfter"
    | "columnBefore"
    | "columnAfter"
    | "deleteRow"
    | "deleteColumn"
    | "headerRow"
    | "headerColumn"
    | "mergeOrSplit";
  run?: (editor: Editor) => void;
}

/** What is at the cursor, or null: what is selected as a whole, else what the cursor is in. */
export function placeOf(editor: Editor): Place | null {
  const { selection } = editor.state;
  if (isNodeSelection(selection)) {
    const name = selection.node.type.name;
    if (name === "figure" || name === "linkCard" || name === "footnote") return name;
  }
  if (editor.isActive("pullQuote")) return "pullQuote";
  return editor.isActive("table") ? "table" : null;
}

const details: PlaceTool = { name: "details" };
const remove: PlaceTool = { name: "remove", run: (editor) => editor.chain().focus().deleteSelection().run() };

/** The tools of each, in their order. */
export const PLACE_TOOLS: Record<Place, PlaceTool[]> = {
  figure: [details, remove],
  linkCard: [details, remove],
  footnote: [details, remove],
  pullQuote: [details, { name: "remove", run: (editor) => editor.chain().focus().toggleNode("pullQuote", "paragraph").run() }],
  table: [
    { name: "rowBefore", run: (editor) => editor.chain().focus().addRowBefore().run() },
    { name: "rowAfter", run: (editor) => editor.chain().focus().addRowAfter().run() },
    { name: "columnBefore", run: (editor) => editor.chain().focus().addColumnBefore().run() },
    { name: "columnAfter", run: (editor) => editor.chain().focus().addColumnAfter().run() },
    { name: "deleteRow", run: (editor) => editor.chain().focus().deleteRow().run() },
    { name: "deleteColumn", run: (editor) => editor.chain().focus().deleteColumn().run() },
    { name: "headerRow", run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
    { name: "headerColumn", run: (editor) => editor.chain().focus().toggleHeaderColumn().run() },
    { name: "mergeOrSplit", run: (editor) => editor.chain().focus().mergeOrSplit().run() },
    details,
    { name: "remove", run: (editor) => editor.chain().focus().deleteTable().run() },
  ],
};

/** The attributes of what is at the cursor, all of them texts. */
export function attributesAt(editor: Editor, place: Place): Record<string, string> {
  return Object.fromEntries(Object.entries(editor.getAttributes(place)).map(([name, value]) => [name, String(value ?? "")]));
}
