import { elementsIn, hasClass, isElement, takeOut, type HtmlElement } from "@/lib/html/parse";
import type { Around, Flow } from "./flow";
import type { Walk } from "./walk";

/** What a caption can stand under; the address of something embedded may be mere text. */
const BEARERS = new Set(["img", "table", "iframe", "embed", "video", "audio"]);

/** A figure: what is in it, its caption under the one thing that can bear it, or else after it as a paragraph. */
export function figure(walk: Walk, element: HtmlElement, flow: Flow, around: Around): void {
  const caption = element.childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === "figcaption");
  const bearers = elementsIn(element.childNodes, ({ tagName }) => BEARERS.has(tagName), 2).length;
  flow.flush(around);
  if (!caption || bearers > 1 || (bearers === 0 && !hasClass(element, "wp-block-embed"))) {
    walk.block(element.childNodes, flow, around);
    return;
  }
  const outer = flow.takeCaption();
  takeOut(caption);
  flow.caption = walk.lineOf(caption) ?? "";
  const isLine = flow.caption !== "";
  walk.block(element.childNodes, flow, around);
  if (!isLine || flow.takeCaption()) walk.block([caption], flow, around);
  flow.caption = outer;
}
