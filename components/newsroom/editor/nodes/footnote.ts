import { InputRule, Node } from "@tiptap/core";

/** The place of a footnote; it carries the note's text, and is numbered by the stylesheet as readers see it numbered. */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  marks: "",
  addAttributes: () => ({ text: { default: "" } }),
  parseHTML: () => [{ tag: "sup[data-footnote]", getAttrs: (sup) => ({ text: sup.getAttribute("data-footnote") }) }],
  renderHTML: ({ node }) => ["sup", { "data-footnote": String(node.attrs.text), title: String(node.attrs.text) }],
  renderText: ({ node }) => ` [${String(node.attrs.text)}] `,
  // Pandoc's way to write a note where it belongs: ^[the note].
  addInputRules() {
    return [
      new InputRule({
        find: /\^\[([^\]]+)\]$/,
        handler: ({ state, range, match }) => {
          state.tr.replaceWith(range.from, range.to, this.type.create({ text: match[1] }));
        },
      }),
    ];
  },
});
