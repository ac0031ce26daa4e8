import { cleanText } from "@/lib/posts/clean-text";
import type { Block } from "@/lib/posts/document";
import { MAX_STANDFIRST_CHARS } from "@/lib/posts/length";
import { articleLength, isFurniture, isSubHeading, type ImportedText } from "@/lib/posts/import-form";

/**
 * Reads a text as a site published it (issue 3, "The article comes in"): the first line is the title, the next
 * paragraph the standfirst, blank lines separate paragraphs, a paragraph of one short line without an end of a
 * sentence is a sub-heading, and the page's furniture at the end is left out. Lines of one paragraph are joined.
 * Takes text in any line ends; returns an empty title when there is nothing in it.
 */
export function documentFromText(text: string): ImportedText {
  const [titleLine = "", ...lines] = cleanText(text)
    .split(/[\n\u2028\u2029]/)
    .map((line) => line.trim())
    .join("\n")
    .trim()
    .split("\n");
  const paragraphs = paragraphsOf(lines);
  const kept = paragraphs
    .slice(0, articleLength(paragraphs.map(joined)))
    .map((paragraph) => ({ text: joined(paragraph), lines: paragraph.length }));
  const [first] = kept;
  const hasStandfirst = first !== undefined && Array.from(first.text).length <= MAX_STANDFIRST_CHARS;
  return {
    title: titleLine.trim(),
    standfirst: hasStandfirst ? first.text : "",
    blocks: kept.slice(hasStandfirst ? 1 : 0).map((paragraph) => blockOf(paragraph.text, paragraph.lines)),
  };
}

/** A line of furniture stands alone, whether or not there is a blank line around it. */
function paragraphsOf(lines: string[]): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (isFurniture(line)) paragraphs.push([line], []);
    else if (line) paragraphs.at(-1)?.push(line);
    else paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function joined(lines: string[]): string {
  return lines.join(" ");
}

function blockOf(text: string, lines: number): Block {
  const content = [{ type: "text" as const, text }];
  return lines === 1 && isSubHeading(text) ? { type: "heading", attrs: { level: 2 }, content } : { type: "paragraph", content };
}
