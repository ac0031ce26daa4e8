import naughty from "big-list-of-naughty-strings/blns.json";
import fc from "fast-check";
import { expect, test } from "vitest";
import { letterHtml, letterText, type Letter } from "@/lib/mail/letter";

/** A letter that says the same everywhere: in the greeting, a paragraph, the quote, the button and the footer. */
const letterOf = (text: string): Letter => ({
  lang: "en",
  greeting: text,
  paragraphs: [text],
  quote: text,
  action: { label: text, url: "https://example.org/" },
  footer: text,
});

const OURS = new Set([...letterHtml(letterOf("x")).matchAll(/<[^>]*>/g)].map(([tag]) => tag));

function expectInert(text: string): void {
  const html = letterHtml(letterOf(text));
  expect([...html.matchAll(/<[^>]*>?/g)].filter(([tag]) => !OURS.has(tag))).toEqual([]);
  expect(textOf(html).split(text).length - 1).toBeGreaterThanOrEqual(5);
  expect(letterText(letterOf(text))).toContain(text);
}

test("no text of a reader becomes more than text in a mail: the big list of naughty strings", () => {
  for (const text of naughty.filter((each) => each.trim() && !each.includes("\n"))) expectInert(text);
});

test("no text of a reader becomes more than text in a mail, whatever it is", () => {
  const line = fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).filter((text) => !/[\r\n\u2028\u2029]/.test(text));
  fc.assert(fc.property(line, expectInert), { numRuns: 200 });
});

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
