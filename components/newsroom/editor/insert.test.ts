import { Editor, type JSONContent } from "@tiptap/core";
import { expect, test } from "vitest";
import { extensions } from "./extensions";
import { insertCard, insertDivider, insertPicture } from "./insert";
import { TOOLS } from "./tools";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const cell = (text: string) => ({ type: "tableCell", content: [paragraph(text)] });
const table = {
  type: "table",
  content: [
    { type: "tableRow", content: [cell("one"), cell("two")] },
    { type: "tableRow", content: [cell("three"), cell("four")] },
  ],
};

/** An editor of the text without a page, the cursor within these words. */
function editorOf(content: JSONContent[], words: string): Editor {
  const editor = new Editor({ element: null, extensions, content: { type: "doc", content } });
  editor.state.doc.descendants((node, at) => {
    if (node.text === words) editor.commands.setTextSelection(at + 1);
  });
  return editor;
}

const blocks = (editor: Editor) => editor.state.doc.children.map(({ type, textContent }) => [type.name, textContent]);
const picture = {
  id: "01890000-0000-7000-8000-000000000000",
  edition: 1,
  alt: "A field",
  caption: "",
  credit: "",
  width: 400,
  height: 300,
  widths: [400],
  hasAvif: true,
  focalX: 50,
  focalY: 50,
};

test.each([
  ["figure", (editor: Editor) => insertPicture(editor, picture)],
  ["linkCard", (editor: Editor) => insertCard(editor, { href: "https://example.org", title: "x", description: "" })],
  ["horizontalRule", insertDivider],
] as const)("a %s asked for in a cell goes below the table, which stays whole, and one writes on below it", (name, insert) => {
  for (const after of [[], [paragraph("after")]]) {
    const editor = editorOf([paragraph("before"), table, ...after], "two");
    insert(editor);
    editor.commands.insertContent({ type: "text", text: "!" });
    expect(blocks(editor)).toEqual([
      ["paragraph", "before"],
      ["table", "onetwothreefour"],
      [name, ""],
      ["paragraph", after.length ? "!after" : "!"],
    ]);
  }
});

test.each([
  ["figure", (editor: Editor) => insertPicture(editor, picture)],
  ["horizontalRule", insertDivider],
] as const)("outside of tables a %s stands where the cursor is", (name, insert) => {
  const editor = editorOf([paragraph("before"), table], "before");
  insert(editor);
  expect(blocks(editor).map(([type]) => type)).toEqual(["paragraph", name, "paragraph", "table"]);
});

test("no tool tears a table in two: what no cell can hold is off there", () => {
  const inCell = () => editorOf([paragraph("before"), table], "four");
  const isOff = TOOLS.filter((tool) => tool.isDisabled?.(inCell())).map(({ name }) => name);
  expect(isOff).toEqual(expect.arrayContaining(["h2", "h3", "h4", "quote", "pullQuote", "codeBlock", "table"]));
  for (const tool of TOOLS) {
    const editor = inCell();
    if ("run" in tool && !tool.isDisabled?.(editor)) tool.run(editor);
    expect(blocks(editor).slice(0, 2), tool.name).toEqual([
      ["paragraph", "before"],
      ["table", "onetwothreefour"],
    ]);
  }
});

test.each([
  ["Ctrl+Alt+2", (editor: Editor) => editor.commands.toggleHeading({ level: 2 })],
  ["Ctrl+Shift+B", (editor: Editor) => editor.commands.toggleBlockquote()],
  ["Ctrl+Alt+C", (editor: Editor) => editor.commands.toggleCodeBlock()],
])("nor does %s", (_, press) => {
  const editor = editorOf([table], "four");
  press(editor);
  expect(blocks(editor)).toEqual([["table", "onetwothreefour"]]);
});
