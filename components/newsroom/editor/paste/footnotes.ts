/**
 * Takes footnotes as Word, Google Docs, Wikipedia and this site write them: a link to a place whose block leads back.
 * Each becomes the editor's own, at its place; the block is taken away.
 */
export function takeFootnotes(body: HTMLElement): void {
  const blocks = new Set<Element>();
  for (const link of body.querySelectorAll('a[href*="#"]')) {
    if ([...blocks].some((block) => block.contains(link))) continue;
    const block = noteBlock(body, link);
    const back = block && backLink(block, link);
    if (!back) continue;
    blocks.add(block);
    const note = body.ownerDocument.createElement("sup");
    note.setAttribute("data-footnote", textWithout(block, back));
    (link.closest("sup") ?? link).replaceWith(note);
  }
  for (const block of blocks) block.remove();
  if (blocks.size === 0) return;
  // The rule above the notes rules nothing off any more.
  for (const rule of body.querySelectorAll("hr")) if (!hasTextAfter(body, rule)) rule.remove();
}

function noteBlock(body: HTMLElement, link: Element): Element | null {
  const place = fragmentOf(link);
  const target = place && body.querySelector(`[id="${CSS.escape(place)}"], a[name="${CSS.escape(place)}"]`);
  return target ? target.closest("li, p, div") : null;
}

/** The link from the note to where it was called: by the id or name of the link, or of what stands around it. */
function backLink(block: Element, link: Element): Element | null {
  const names = [link.id, link.getAttribute("name"), link.closest("[id]")?.id, link.closest("sup")?.querySelector("[id]")?.id];
  return [...block.querySelectorAll('a[href*="#"]')].find((each) => each !== link && names.includes(fragmentOf(each))) ?? null;
}

function fragmentOf(link: Element): string {
  return /#(.+)$/.exec(link.getAttribute("href") ?? "")?.[1] ?? "";
}

function textWithout(block: Element, back: Element): string {
  back.remove();
  return block.textContent.replace(/\s+/g, " ").trim();
}

function hasTextAfter(body: HTMLElement, rule: Element): boolean {
  const range = body.ownerDocument.createRange();
  range.setStartAfter(rule);
  range.setEndAfter(body.lastChild ?? rule);
  return range.toString().trim() !== "";
}
