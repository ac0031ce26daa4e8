import { isSmiley } from "@/lib/html/foreign";
import { attrOf, elementsIn, type HtmlElement } from "@/lib/html/parse";
import type { Around, Flow } from "./flow";
import { withScheme } from "./pictures";
import { isWebAddress } from "./pieces";
import type { Walk } from "./walk";

/**
 * A picture where it stands. One that is loaded late holds a place where its address was; one of a single pixel counts
 * readers, and is none.
 */
export function picture(_walk: Walk, image: HtmlElement, flow: Flow, around: Around): void {
  if (isSmiley(image)) flow.text(attrOf(image, "alt"), around);
  else if (attrOf(image, "width") !== "1" || attrOf(image, "height") !== "1") {
    const addresses = ["src", "data-src", "data-lazy-src"].map((name) => attrOf(image, name));
    const src = addresses.find((address) => address && !/^data:/i.test(address)) ?? "";
    flow.add({ type: "picture", src, alt: attrOf(image, "alt"), caption: "" });
  }
}

/** What is shown of another site, a film or a recording: where it lies. */
export function embedded(_walk: Walk, element: HtmlElement, flow: Flow): void {
  const sources = elementsIn(element.childNodes, ({ tagName }) => tagName === "source");
  const href = [element, ...sources].map((each) => withScheme(attrOf(each, "src"))).find(isWebAddress);
  if (href) flow.add({ type: "embedded", href, caption: "" });
}
