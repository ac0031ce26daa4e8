import type { Editor } from "@tiptap/react";
import { insertDivider } from "./insert";

/** What a tool asks for first. */
export type Opens = "link" | "picture" | "linkCard" | "footnote";

/** A tool of the text: its letters (none: it is drawn), what it does or opens, and whether that is in force or possible at the cursor. */
export type Tool = {
  name:
    | "bold"
    | "italic"
    | "code"
    | "link"
    | "h2"
    | "h3"
    | "h4"
    | "bulletList"
    | "orderedList"
    | "quote"
    | "pullQuote"
    | "codeBlock"
    | "divider"
    | "picture"
    | "table"
    | "linkCard"
    | "footnote"
    | "undo"
    | "redo";
  letters?: string;
  /** The key that does the same together with Ctrl or ⌘, and with Shift where it is a capital letter. */
  key?: string;
  isActive?: (editor: Editor) => boolean;
  isDisabled?: (editor: Editor) => boolean;
} & ({ opens: Opens } | { opens?: undefined; run: (editor: Editor) => void });

/** The toolbar, in its order. */
export const TOOLS: Tool[] = [
  { name: "h2", letters: "H2", ...heading(2) },
  { name: "h3", letters: "H3", ...heading(3) },
  { name: "h4", letters: "H4", ...heading(4) },
  {
    name: "bold",
    letters: "B",
    key: "B",
    isActive: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    letters: "I",
    key: "I",
    isActive: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "code",
    letters: "<>",
    isActive: (editor) => editor.isActive("code"),
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
  { name: "link", key: "K", isActive: (editor) => editor.isActive("link"), opens: "link" },
  {
    name: "bulletList",
    isActive: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    isActive: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "quote",
    isActive: (editor) => editor.isActive("blockquote"),
    isDisabled: isInTable,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: "pullQuote",
    isActive: (editor) => editor.isActive("pullQuote"),
    isDisabled: isInTable,
    run: (editor) => editor.chain().focus().toggleNode("pullQuote", "paragraph").run(),
  },
  {
    name: "codeBlock",
    letters: "{ }",
    isActive: (editor) => editor.isActive("codeBlock"),
    isDisabled: isInTable,
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  { name: "divider", run: insertDivider },
  { name: "picture", opens: "picture" },
  {
    name: "table",
    isDisabled: isInTable,
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { name: "linkCard", opens: "linkCard" },
  { name: "footnote", opens: "footnote", isDisabled: (editor) => editor.isActive("codeBlock") },
  { name: "undo", key: "Z", isDisabled: (editor) => !editor.can().undo(), run: (editor) => editor.chain().focus().undo().run() },
  { name: "redo", isDisabled: (editor) => !editor.can().redo(), run: (editor) => editor.chain().focus().redo().run() },
];

function heading(level: 2 | 3 | 4) {
  return {
    isActive: (editor: Editor) => editor.isActive("heading", { level }),
    isDisabled: isInTable,
    run: (editor: Editor) => void editor.chain().focus().toggleHeading({ level }).run(),
  };
}

/** Cells hold paragraphs and lists (lib/posts/read-document.ts). */
function isInTable(editor: Editor): boolean {
  return editor.isActive("table");
}
