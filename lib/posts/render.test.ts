import { expect, test } from "vitest";
import { readDocument } from "@/lib/posts/read-document";
import { renderDocument } from "@/lib/posts/render";
import { PICTURE_ID as MEDIA } from "@/lib/testing/documents";

const text = (value: string, ...marks: object[]) => ({ type: "text", text: value, ...(marks.length && { marks }) });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const table = (...content: object[]) => ({ type: "table", content: [{ type: "tableRow", content: [{ type: "tableCell", content }] }] });
const doc = (...content: object[]) => ({ type: "doc", content });

function render(document: unknown) {
  const read = readDocument(document);
  if ("problem" in read) throw new Error(read.problem);
  return renderDocument(read.document);
}

test("every node that the editor writes becomes its element", () => {
  const item = (value: string) => ({ type: "listItem", content: [paragraph(text(value))] });
  const { html, text: plain } = render(
    doc(
      paragraph(
        text("A "),
        text("bold", { type: "bold" }),
        { type: "hardBreak" },
        text("link", { type: "link", attrs: { href: "https://example.org/?a=1&b" } }),
      ),
      { type: "heading", attrs: { level: 3 }, content: [text("Über uns")] },
      { type: "bulletList", content: [item("one"), item("two")] },
      { type: "orderedList", attrs: { start: 3 }, content: [item("three")] },
      { type: "blockquote", content: [paragraph(text("quoted", { type: "italic" }))] },
      { type: "codeBlock", attrs: { language: null }, content: [text("a < b")] },
      { type: "horizontalRule" },
    ),
  );
  expect(html).toBe(
    '<p>A <strong>bold</strong><br><a href="https://example.org/?a=1&amp;b">link</a></p>' +
      '<h3 id="h-ueber-uns">Über uns</h3>' +
      '<ul><li><p>one</p></li><li><p>two</p></li></ul><ol start="3"><li><p>three</p></li></ol>' +
      "<blockquote><p><em>quoted</em></p></blockquote><pre><code>a &lt; b</code></pre><hr>",
  );
  expect(plain).toBe("A bold\nlink\n\nÜber uns\n\none\ntwo\n\nthree\n\nquoted\n\na < b");
});

test("a picture carries its caption and whose it is", () => {
  const figure = { src: `/media/${MEDIA}/800.webp`, alt: "Gulls", caption: "Two gulls <on> a pole", credit: "Photo: Ada" };
  const { html, text: plain } = render(doc({ type: "figure", attrs: figure }, paragraph(text("Below."))));
  expect(html).toContain("<figcaption>Two gulls &lt;on&gt; a pole <small>Photo: Ada</small></figcaption></figure>");
  expect(plain).toBe("Below.\n\nTwo gulls <on> a pole\n\nPhoto: Ada");
});

test("a pull quote is a quotation with who said it; one without a word is left out", () => {
  const quote = (...content: object[]) => ({ type: "pullQuote", attrs: { source: "Grace" }, content });
  expect(render(doc(quote(text("Ahoy.")))).html).toBe(
    '<figure class="pull-quote"><blockquote><p>Ahoy.</p></blockquote><figcaption>Grace</figcaption></figure>',
  );
  expect(render(doc(quote()))).toMatchObject({ html: "", text: "" });
});

test("a link card shows what was typed and the host that it leads to, and loads nothing", () => {
  const attrs = { href: "https://www.example.org/a?b=1&c", title: "A film", description: "Four minutes." };
  expect(render(doc({ type: "linkCard", attrs })).html).toBe(
    '<div class="link-card"><a href="https://www.example.org/a?b=1&amp;c">A film</a><span>Four minutes.</span><small>example.org</small></div>',
  );
  expect(render(doc({ type: "linkCard", attrs: { href: "/impressum" } })).html).toBe(
    '<div class="link-card"><a href="/impressum">/impressum</a></div>',
  );
});

test("a table has heads with their scope, a caption, joined cells, and a frame that the keyboard can scroll", () => {
  const cell = (type: string, value: string, attrs = {}) => ({ type, attrs, content: [paragraph(text(value))] });
  const row = (...content: object[]) => ({ type: "tableRow", content });
  const { html, text: plain } = render(
    doc({
      type: "table",
      attrs: { caption: "Ferries" },
      content: [
        row({ type: "tableHeader", content: [{ type: "paragraph" }] }, cell("tableHeader", "2024"), cell("tableHeader", "2025")),
        row(cell("tableHeader", "East"), cell("tableCell", "12", { colspan: 2, rowspan: 0, colwidth: [9] })),
      ],
    }),
  );
  expect(html).toBe(
    '<div class="table" role="region" tabindex="0" aria-label="Ferries"><table><caption>Ferries</caption>' +
      '<thead><tr><td></td><th scope="col">2024</th><th scope="col">2025</th></tr></thead>' +
      '<tbody><tr><th scope="row">East</th><td colspan="2">12</td></tr></tbody></table></div>',
  );
  expect(plain).toBe("\t2024\t2025\nEast\t12\n\nFerries");
});

test("footnotes are numbered in the order of the text, stand below it in its language, and lead back", () => {
  const note = (value: string) => ({ type: "footnote", attrs: { text: value } });
  const read = readDocument(
    doc(paragraph(text("Erstens"), note("Siehe (https://example.org/a_(b)).")), {
      type: "blockquote",
      content: [paragraph(text("zweitens"), note("Ebenda."), note(" "))],
    }),
  );
  if ("problem" in read) throw new Error(read.problem);
  const { html, text: plain } = renderDocument(read.document, new Map(), "de-AT");
  expect(html).toBe(
    '<p>Erstens<sup><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup></p>' +
      '<blockquote><p>zweitens<sup><a id="fnref-2" href="#fn-2" role="doc-noteref">2</a></sup></p></blockquote>' +
      '<section class="footnotes" role="doc-endnotes" aria-label="Fußnoten"><ol>' +
      '<li id="fn-1">Siehe (<a href="https://example.org/a_(b)">https://example.org/a_(b)</a>). ' +
      '<a href="#fnref-1" role="doc-backlink" aria-label="Zurück zu Anmerkung 1 im Text">↩\uFE0E</a></li>' +
      '<li id="fn-2">Ebenda. <a href="#fnref-2" role="doc-backlink" aria-label="Zurück zu Anmerkung 2 im Text">↩\uFE0E</a></li></ol></section>',
  );
  expect(plain).toBe("Erstens\n\nzweitens\n\nSiehe (https://example.org/a_(b)).\n\nEbenda.");
});

test("a link over words of several marks is one link", () => {
  const link = { type: "link", attrs: { href: "/a" } };
  expect(render(doc(paragraph(text("one ", link), text("two", link, { type: "bold" }), text(" three")))).html).toBe(
    '<p><a href="/a">one <strong>two</strong></a> three</p>',
  );
});

test("headings of one text get ids of their own", () => {
  const heading = { type: "heading", attrs: { level: 2 }, content: [text("Again")] };
  expect(render(doc(heading, heading)).headings).toEqual([
    { id: "h-again", level: 2, text: "Again" },
    { id: "h-again-2", level: 2, text: "Again" },
  ]);
});

test("a picture is shown in the sizes that were made, and is named", () => {
  const files = { id: MEDIA, edition: 1, widths: [400, 800], hasAvif: true };
  const read = readDocument(doc({ type: "figure", attrs: { src: `/media/${MEDIA}/800.webp`, alt: 'A "view"' } }));
  if ("problem" in read) throw new Error(read.problem);
  const { html, mediaIds } = renderDocument(read.document, new Map([[MEDIA, { ...files, width: 1600, height: 900 }]]));
  expect(mediaIds).toEqual([MEDIA]);
  expect(html).toContain(`srcset="/media/${MEDIA}/400.jpg 400w, /media/${MEDIA}/800.jpg 800w"`);
  expect(html).toContain(`<source type="image/avif" srcset="/media/${MEDIA}/400.avif 400w, /media/${MEDIA}/800.avif 800w"`);
  expect(html).toContain('alt="A &quot;view&quot;" width="1600" height="900"');
});

test.each([
  ["a picture from elsewhere", { type: "figure", attrs: { src: "https://tracker.example/x.gif", alt: "x" } }, "invalidDocument"],
  ["a picture by script", { type: "figure", attrs: { src: "javascript:alert(1)", alt: "x" } }, "invalidDocument"],
  ["a picture out of our folder", { type: "figure", attrs: { src: `/media/${MEDIA}/../../admin`, alt: "x" } }, "invalidDocument"],
  ["a picture without a text", { type: "figure", attrs: { src: `/media/${MEDIA}/800.webp`, alt: " " } }, "altRequired"],
  ["a caption without end", { type: "figure", attrs: { src: `/media/${MEDIA}/1.webp`, alt: "x", caption: "x".repeat(1001) } }, "tooLong"],
  ["a picture in the form of version 1", { type: "image", attrs: { src: `/media/${MEDIA}/1.webp`, alt: "x" } }, "invalidDocument"],
  ["a card by script", { type: "linkCard", attrs: { href: "javascript:alert(1)", title: "x" } }, "invalidUrl"],
  ["a card that leads nowhere", { type: "linkCard", attrs: { title: "x" } }, "invalidUrl"],
  ["a footnote without end", paragraph({ type: "footnote", attrs: { text: "x".repeat(4001) } }), "tooLong"],
  ["a footnote as a block", { type: "footnote", attrs: { text: "x" } }, "invalidDocument"],
  ["a table without a cell", { type: "table", content: [{ type: "tableRow" }] }, "invalidDocument"],
  ["a heading in a table", table({ type: "heading", attrs: { level: 2 } }), "invalidDocument"],
  ["a table in a table", table(table(paragraph())), "invalidDocument"],
  ["a row outside a table", { type: "tableRow", content: [] }, "invalidDocument"],
  ["an unknown node", { type: "iframe", attrs: { src: "https://evil.example" } }, "invalidDocument"],
  ["a node of an object's own names", { type: "__proto__" }, "invalidDocument"],
  ["an unknown mark", paragraph(text("x", { type: "script" })), "invalidDocument"],
  ["a heading like the title", { type: "heading", attrs: { level: 1 } }, "invalidDocument"],
  ["a heading's level as markup", { type: "heading", attrs: { level: "2 onclick=alert(1)" } }, "invalidDocument"],
  ["a paragraph in a paragraph", paragraph(paragraph(text("x"))), "invalidDocument"],
  ["no node", null, "invalidDocument"],
])("%s is refused", (_, block, problem) => {
  expect(readDocument({ type: "doc", content: [block] })).toEqual({ problem });
});

test("quotes in quotes end somewhere", () => {
  let block: object = paragraph(text("deep"));
  for (let depth = 0; depth < 5000; depth++) block = { type: "blockquote", content: [block] };
  expect(readDocument(doc(block))).toEqual({ problem: "tooLong" });
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "//evil.example",
  "/\\evil.example",
  "https:",
  "file:///etc/passwd",
  "blob:x",
])("a link to %j loses its address and keeps its text", (href) => {
  expect(render(doc(paragraph(text("here", { type: "link", attrs: { href } })))).html).toBe("<p>here</p>");
});

test.each(["https://example.org/a?b=c#d", "http://example.org", "mailto:ada@example.org", "/impressum", "#h-again"])(
  "a link to %s stays",
  (href) => {
    expect(render(doc(paragraph(text("here", { type: "link", attrs: { href } })))).html).toBe(`<p><a href="${href}">here</a></p>`);
  },
);
