import type { Editor } from "@tiptap/react";

/** A button of the toolbar: its letters (none: it is drawn), what it does or opens, and whether that is in force or possible at the cursor. */
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
    | "codeBlock"
    | "divider"
    | "picture"
    | "undo"
    | "redo";
  letters?: string;
  isActive?: (editor: Editor) => boolean;
  isDisabled?: (editor: Editor) => boolean;
} & ({ opens: "link" | "picture" } | { opens?: undefined; run: (editor: Editor) => void });

/** The toolbar, in its order. */
export const TOOLS: Tool[] = [
  { name: "h2", letters: "H2", ...heading(2) },
  { name: "h3", letters: "H3", ...heading(3) },
  { name: "h4", letters: "H4", ...heading(4) },
  { name: "bold", letters: "B", isActive: (editor) => editor.isActive("bold"), run: (editor) => editor.chain().focus().toggleBold().run() },
  {
    name: "italic",
    letters: "I",
    isActive: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "code",
    letters: "<>",
    isActive: (editor) => editor.isActive("code"),
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
  { name: "link", isActive: (editor) => editor.isActive("link"), opens: "link" },
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
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: "codeBlock",
    letters: "{ }",
    isActive: (editor) => editor.isActive("codeBlock"),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  { name: "divider", run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  { name: "picture", opens: "picture" },
  { name: "undo", isDisabled: (editor) => !editor.can().undo(), run: (editor) => editor.chain().focus().undo().run() },
  { name: "redo", isDisabled: (editor) => !editor.can().redo(), run: (editor) => editor.chain().focus().redo().run() },
];

function heading(level: 2 | 3 | 4) {
  return {
    isActive: (editor: Editor) => editor.isActive("heading", { level }),
    run: (editor: Editor) => void editor.chain().focus().toggleHeading({ level }).run(),
  };
}
