import { setText } from "@/lib/html/foreign";
import { hasClass, type HtmlElement } from "@/lib/html/parse";
import { cleanText } from "@/lib/posts/clean-text";
import type { Around, Flow } from "./flow";
import type { Walk } from "./walk";

/** Text that stands as it was set; a verse is a paragraph, whose lines are kept. */
export function codeBlock(walk: Walk, pre: HtmlElement, flow: Flow, around: Around): void {
  if (hasClass(pre, "wp-block-verse")) walk.block(pre.childNodes, flow, around, { ...around, keepsLines: true });
  else {
    flow.flush(around);
    const text = cleanText(setText(pre.childNodes)).trimEnd();
    if (text) flow.push([{ type: "codeBlock", content: [{ type: "text", text }] }]);
  }
}
