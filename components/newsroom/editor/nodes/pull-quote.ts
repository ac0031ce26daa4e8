import { Node } from "@tiptap/core";

/** A sentence set large, with who said it. */
export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ source: { default: "" } }),
  parseHTML: () => [
    {
      tag: "figure.pull-quote",
      contentElement: "p",
      getAttrs: (figure) => ({ source: figure.querySelector("figcaption")?.textContent ?? "" }),
    },
  ],
  renderHTML({ node }) {
    const source = String(node.attrs.source);
    const said = source ? [["figcaption", { contenteditable: "false" }, source]] : [];
    return ["figure", { class: "pull-quote" }, ["blockquote", {}, ["p", {}, 0]], ...said];
  },
});
