import { Node } from "@tiptap/core";
import { presentPathOf } from "@/lib/media/shown";

/** A picture of this site with what stands under it; drawn as readers see it (lib/posts/render-figure.ts). */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  draggable: true,
  addAttributes: () => ({ src: { default: "" }, alt: { default: "" }, caption: { default: "" }, credit: { default: "" } }),
  // A picture pasted from another site is not taken in: it would be loaded from there by every reader.
  parseHTML: () => [
    { tag: "figure:has(> img[src^='/media/'])", getAttrs: attributesOf },
    { tag: "img[src^='/media/']", getAttrs: (image) => ({ ...picture(image), caption: "", credit: "" }) },
  ],
  renderHTML({ node }) {
    const { src, alt, caption, credit } = node.attrs as Record<string, string>;
    const under = caption || credit ? [["figcaption", {}, `${caption} `, ["small", {}, credit]]] : [];
    // The document may name a file of a former edition, which browsers keep for good.
    return ["figure", {}, ["img", { src: presentPathOf(src ?? ""), alt }], ...under];
  },
});

function attributesOf(figure: HTMLElement): Record<string, string> {
  const credit = figure.querySelector("figcaption small");
  const caption = Array.from(figure.querySelector("figcaption")?.childNodes ?? []).filter((node) => node !== credit);
  return {
    ...picture(figure.querySelector("img")),
    caption: caption
      .map((node) => node.textContent)
      .join("")
      .trim(),
    credit: credit?.textContent ?? "",
  };
}

function picture(image: Element | null): { src: string; alt: string } {
  return { src: image?.getAttribute("src") ?? "", alt: image?.getAttribute("alt") ?? "" };
}
