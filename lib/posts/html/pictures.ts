import { titleOfAddress } from "@/lib/posts/block-schema";
import { cleanLine, cutLine } from "@/lib/posts/clean-text";
import { isSafeHref, mediaIdOf, type Block, type LinkCard } from "@/lib/posts/document";
import { MAX_LINE_CHARS } from "@/lib/posts/read-node";
import { paragraphOf, type Embedded, type Picture } from "./pieces";

/**
 * A picture as blocks: a figure of ours, or else a link to where it lies; without a safe address what was said of it
 * stays. Takes the picture and who knows our address of it. One without a text for those who do not see it gets its
 * caption, or the words of its file's name.
 */
export function pictureBlocks({ src, alt, caption }: Picture, pictureOf: (src: string) => string | null): Block[] {
  const [under, rest] = cutLine(caption, MAX_LINE_CHARS);
  const said = cutLine(alt, MAX_LINE_CHARS)[0] || under;
  const ours = pictureOf(src);
  if (ours && mediaIdOf(ours)) {
    const seen = said || nameOf(src) || cutLine(ours, MAX_LINE_CHARS)[0];
    return [{ type: "figure", attrs: { src: ours, alt: seen, caption: under, credit: "" } }, ...paragraphOf(rest)];
  }
  const href = withScheme(src);
  const link = isSafeHref(href) ? paragraphOf(said || nameOf(src) || href, [{ type: "link", attrs: { href } }]) : paragraphOf(said);
  return [...link, ...(under === said ? [] : paragraphOf(under)), ...paragraphOf(rest)];
}

/** The words of a file's name: without its ending, and the size that WordPress writes into it. */
function nameOf(src: string): string {
  if (/^data:/i.test(src)) return "";
  const file = src.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
  const name = file.replace(/\.\w{1,5}$/, "").replace(/-(?:\d{1,5}x\d{1,5}|scaled)$/, "");
  const title = titleOfAddress(`https://x.invalid/${name}`);
  return cutLine(title === "x.invalid" ? name : title, MAX_LINE_CHARS)[0];
}

/** What is shown of another site, as a card that leads there; its caption describes it. */
export function cardBlocks({ href, caption }: Embedded): Block[] {
  const [description, rest] = cutLine(caption, MAX_LINE_CHARS);
  const attrs: LinkCard["attrs"] = { href, title: cutLine(titleOfAddress(href), MAX_LINE_CHARS)[0], description };
  return [{ type: "linkCard", attrs }, ...paragraphOf(rest)];
}

/** An address as a document may hold it: one without a scheme has that of this site. */
export function withScheme(address: string): string {
  const line = cleanLine(address);
  return line.startsWith("//") ? `https:${line}` : line;
}
