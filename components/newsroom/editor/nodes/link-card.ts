import { Node } from "@tiptap/core";

/** A link set as a card; nothing of what it leads to is loaded, here or by readers. */
export const LinkCard = Node.create({
  name: "linkCard",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ href: { default: "" }, title: { default: "" }, description: { default: "" } }),
  parseHTML: () => [
    {
      tag: "div.link-card",
      getAttrs: (card) => ({
        href: card.querySelector("a")?.getAttribute("href") ?? "",
        title: card.querySelector("a")?.textContent ?? "",
        description: card.querySelector("span")?.textContent ?? "",
      }),
    },
  ],
  // What is pasted as a card may lead anywhere; the address is shown, and a click in the editor follows nothing.
  renderHTML({ node }) {
    const { href, title, description } = node.attrs as Record<string, string>;
    return [
      "div",
      { class: "link-card" },
      ["a", { href, tabindex: "-1" }, title],
      ...(description ? [["span", {}, description]] : []),
      ["small", {}, href],
    ];
  },
});
