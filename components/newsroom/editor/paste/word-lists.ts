/** How Word writes a list's paragraph: `mso-list: l0 level2 lfo1`. */
const LEVEL = /mso-list:\s*\w+\s+level(\d)/i;

/** Word's lists are paragraphs with a drawn sign before each; makes them lists, one in another by their level. */
export function makeWordLists(body: HTMLElement): void {
  let open: Element[] = [];
  for (const paragraph of body.querySelectorAll("p[style*='mso-list']")) {
    const level = Number(LEVEL.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 0);
    if (level === 0) continue;
    const name = /^[(]?[\da-z]{1,4}[.)]/i.test(takeSign(paragraph)) ? "ol" : "ul";
    if (paragraph.previousElementSibling !== open[0]) open = [];
    open = open.slice(0, level);
    if (open.at(-1)?.localName !== name && open.length === level) open.pop();
    while (open.length < level) {
      const list = body.ownerDocument.createElement(name);
      const around = open.at(-1)?.lastElementChild;
      if (around) around.append(list);
      else paragraph.before(list);
      open.push(list);
      if (open.length < level) list.append(body.ownerDocument.createElement("li"));
    }
    const item = body.ownerDocument.createElement("li");
    open.at(-1)?.append(item);
    item.append(paragraph);
  }
}

/** The drawn sign of a list's paragraph, which is taken out of it. */
function takeSign(paragraph: Element): string {
  const sign = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*Ignore/i.test(span.getAttribute("style") ?? ""));
  sign?.remove();
  return sign?.textContent.trim() ?? "";
}
