import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "@/lib/posts/words";
import { readDocument } from "@/lib/posts/read-document";
import { renderDocument } from "@/lib/posts/render";
import { ATTACKS, documents, hostileStrings, PICTURE_ID, plainStrings } from "@/lib/testing/documents";

const picture = new Map([[PICTURE_ID, { id: PICTURE_ID, edition: 1, hasAvif: true, width: 1600, height: 900, widths: [320, 1600] }]]);

function render(document: unknown) {
  const read = readDocument(document);
  if ("problem" in read) throw new Error(read.problem);
  return renderDocument(read.document, picture, "de");
}

const text = (value: string, ...marks: object[]) => ({ type: "text", text: value, marks });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });

test.each(ATTACKS)("%j is text wherever it stands", (attack) => {
  const content = [text(attack), { type: "footnote", attrs: { text: attack, id: attack } }];
  const { html } = render({
    type: "doc",
    content: [
      paragraph(
        text(
          attack,
          { type: "bold", attrs: { onclick: attack } },
          { type: "link", attrs: { href: `https://example.org/${attack}`, target: attack, class: attack } },
        ),
      ),
      { type: "heading", attrs: { level: 2, id: attack, style: attack }, content },
      { type: "codeBlock", attrs: { language: attack }, content },
      { type: "pullQuote", attrs: { source: attack, class: attack }, content },
      { type: "orderedList", attrs: { start: attack }, content: [{ type: "listItem", content: [paragraph(...content)] }] },
      {
        type: "figure",
        attrs: { src: `/media/${PICTURE_ID}/800.webp`, alt: attack, caption: attack, credit: attack, width: attack, onerror: attack },
      },
      { type: "linkCard", attrs: { href: "https://example.org/", title: attack, description: attack, onclick: attack } },
      {
        type: "table",
        attrs: { caption: attack, style: attack },
        content: [{ type: "tableRow", content: [{ type: "tableHeader", attrs: { colspan: attack }, content: [paragraph(...content)] }] }],
      },
    ],
  });
  expect(strangers(html)).toEqual([]);
});

test("whatever a document holds, only allowed elements and attributes come out, and each that opens closes", () => {
  fc.assert(
    fc.property(documents(hostileStrings), (document) => {
      const { html } = render(document);
      expect(strangers(html)).toEqual([]);
      expect(unbalanced(html)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("no link leads to a script, and each footnote to its place and back", () => {
  fc.assert(
    fc.property(documents(hostileStrings), (document) => {
      const { html } = render(document);
      const hrefs = Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href ?? "");
      expect(hrefs.filter((href) => !/^(https?:|mailto:|\/(?!\/)|#)/i.test(href))).toEqual([]);
      const count = (found: RegExp) => html.match(found)?.length ?? 0;
      expect(count(/id="fnref-\d+"/g)).toBe(count(/id="fn-\d+"/g));
      expect(new Set(html.match(/ id="[^"]+"/g)).size).toBe(count(/ id="[^"]+"/g));
    }),
    { numRuns: 100 },
  );
});

test("every word that was written is shown once, and found in the plain text", () => {
  fc.assert(
    fc.property(documents(plainStrings), (document) => {
      const { html, text: plain } = render(document);
      expect(wordsOf(shown(html))).toEqual(wordsOf(plain));
      expect(countWords(shown(html))).toBe(countWords(plain));
    }),
    { numRuns: 150 },
  );
});

test("any JSON at all is read or refused, never thrown at", () => {
  fc.assert(fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, version) => void readDocument(value, version)));
  fc.assert(fc.property(fc.jsonValue(), (value) => void readDocument({ type: "doc", content: [value] })));
});

test("what was read once reads the same again", () => {
  fc.assert(
    fc.property(documents(hostileStrings), (document) => {
      const read = readDocument(document);
      if ("problem" in read) throw new Error(read.problem);
      expect(readDocument(structuredClone(read.document))).toEqual(read);
    }),
  );
});

const TAGS =
  "p|h[234]|ul|ol|li|blockquote|pre|code|strong|em|a|sup|small|span|figure|figcaption|picture|table|caption|thead|tbody|tr|td|th|div|section";
const OPENING = [
  TAGS,
  "br|hr",
  'ol start="\\d+"',
  'h[234] id="h-[a-z0-9-]+"',
  'a href="[^"<>]*"',
  'a id="fnref-\\d+" href="#fn-\\d+" role="doc-noteref"',
  'a href="#fnref-\\d+" role="doc-backlink" aria-label="[^"<>]*"',
  'li id="fn-\\d+"',
  'section class="footnotes" role="doc-endnotes" aria-label="Fußnoten"',
  'figure class="pull-quote"',
  'div class="link-card"',
  'div class="table" role="region" tabindex="0" aria-label="[^"<>]*"',
  '(td|th scope="(col|row)")( (col|row)span="\\d+")*',
  'source type="image/(webp|avif)" srcset="[^"<>]*" sizes="[^"<>]*"',
  'img src="/media/[^"<>]*" srcset="[^"<>]*" sizes="[^"<>]*" alt="[^"<>]*" width="1600" height="900" loading="lazy" decoding="async"',
];
const ALLOWED = new RegExp(`^<(/(${TAGS})|${OPENING.map((tag) => `(${tag})`).join("|")})>$`);

/** Everything in a piece of HTML that is not an element or attribute of the table, by the tags that a browser would see. */
function strangers(html: string): string[] {
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !ALLOWED.test(tag));
}

/** The elements that close where another is open, or never. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, closing, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
    if (["br", "hr", "img", "source"].includes(name)) continue;
    if (!closing) open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

/** What a reader sees of it, without what the page adds: numbers of notes, ways back, a card's host. */
function shown(html: string): string {
  return html
    .replace(/<sup>.*?<\/sup>|<a [^>]*doc-backlink.*?<\/a>|<small>[^<]*<\/small><\/div>/g, "")
    .replace(/<\/?(strong|em|code|a)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (entity) => ({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" })[entity] ?? "",
    );
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).sort();
}
