import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "@/lib/posts/read-document";
import { renderDocument } from "@/lib/posts/render";

const MEDIA = "01890000-0000-7000-8000-000000000001";
const text = (value: string, ...marks: object[]) => ({ type: "text", text: value, ...(marks.length && { marks }) });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
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

test("headings of one text get ids of their own", () => {
  const heading = { type: "heading", attrs: { level: 2 }, content: [text("Again")] };
  expect(render(doc(heading, heading)).headings).toEqual([
    { id: "h-again", level: 2, text: "Again" },
    { id: "h-again-2", level: 2, text: "Again" },
  ]);
});

test("a picture is shown in the sizes that were made, and is named", () => {
  const files = { id: MEDIA, edition: 1, widths: [400, 800], hasAvif: true };
  const read = readDocument(doc({ type: "image", attrs: { src: `/media/${MEDIA}/800.webp`, alt: 'A "view"' } }));
  if ("problem" in read) throw new Error(read.problem);
  const { html, mediaIds } = renderDocument(read.document, new Map([[MEDIA, { ...files, width: 1600, height: 900 }]]));
  expect(mediaIds).toEqual([MEDIA]);
  expect(html).toContain(`srcset="/media/${MEDIA}/400.jpg 400w, /media/${MEDIA}/800.jpg 800w"`);
  expect(html).toContain(`<source type="image/avif" srcset="/media/${MEDIA}/400.avif 400w, /media/${MEDIA}/800.avif 800w"`);
  expect(html).toContain('alt="A &quot;view&quot;" width="1600" height="900"');
});

test.each([
  ["a picture from elsewhere", { type: "image", attrs: { src: "https://tracker.example/x.gif", alt: "x" } }, "invalidDocument"],
  ["a picture by script", { type: "image", attrs: { src: "javascript:alert(1)", alt: "x" } }, "invalidDocument"],
  ["a picture out of our folder", { type: "image", attrs: { src: `/media/${MEDIA}/../../admin`, alt: "x" } }, "invalidDocument"],
  ["a picture without a text", { type: "image", attrs: { src: `/media/${MEDIA}/800.webp`, alt: " " } }, "altRequired"],
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

const ATTACKS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</p></article><script>alert(1)</script>",
  "<svg/onload=alert(1)>",
  "&lt;script&gt;",
  "]]><script>alert(1)</script>",
  "\u2028<iframe srcdoc=x>",
];

test.each(ATTACKS)("%j is text wherever it stands", (attack) => {
  const { html } = render(
    doc(
      paragraph(
        text(
          attack,
          { type: "bold", attrs: { onclick: attack } },
          { type: "link", attrs: { href: `https://example.org/${attack}`, target: attack, class: attack } },
        ),
      ),
      { type: "heading", attrs: { level: 2, id: attack, style: attack }, content: [text(attack)] },
      { type: "codeBlock", attrs: { language: attack }, content: [text(attack)] },
      { type: "orderedList", attrs: { start: attack }, content: [{ type: "listItem", content: [paragraph(text(attack))] }] },
      { type: "image", attrs: { src: `/media/${MEDIA}/800.webp`, alt: attack, title: attack, width: attack, onerror: attack } },
    ),
  );
  expect(strangers(html)).toEqual([]);
});

test("whatever a document holds, only allowed elements and attributes come out", () => {
  const strings = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...ATTACKS));
  const marks = fc.array(
    fc.oneof(
      fc.constantFrom({ type: "bold" }, { type: "italic" }, { type: "code" }),
      strings.map((href) => ({ type: "link", attrs: { href } })),
    ),
    { maxLength: 3 },
  );
  const inlines = fc.array(fc.oneof(fc.record({ type: fc.constant("text"), text: strings, marks }), fc.constant({ type: "hardBreak" })), {
    maxLength: 4,
  });
  const { block } = fc.letrec((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      fc.record({ type: fc.constant("paragraph"), content: inlines, attrs: fc.dictionary(strings, strings, { maxKeys: 2 }) }),
      fc.record({ type: fc.constant("heading"), attrs: fc.record({ level: fc.constantFrom(2, 3, 4), id: strings }), content: inlines }),
      fc.record({ type: fc.constant("codeBlock"), attrs: fc.record({ language: strings }), content: inlines }),
      fc.record({
        type: fc.constant("image"),
        attrs: fc.record({ src: fc.constant(`/media/${MEDIA}/1.jpg`), alt: strings.map((alt) => `x${alt}`), title: strings }),
      }),
      fc.record({ type: fc.constant("blockquote"), content: fc.array(tie("block"), { minLength: 1, maxLength: 3 }) }),
      fc.record({
        type: fc.constant("bulletList"),
        content: fc.array(fc.record({ type: fc.constant("listItem"), content: fc.array(tie("block"), { minLength: 1, maxLength: 2 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    ),
  }));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (content) => {
      const { html } = render({ type: "doc", content });
      expect(strangers(html)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("any JSON at all is read or refused, never thrown at", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void readDocument(value)));
  fc.assert(fc.property(fc.jsonValue(), (value) => void readDocument({ type: "doc", content: [value] })));
});

test("what was read once reads the same again", () => {
  const read = readDocument(
    doc(paragraph(text("a\u0000b"), text("\u0007")), { type: "image", attrs: { src: `/media/${MEDIA}/1.jpg`, alt: " x " } }),
  );
  if ("problem" in read) throw new Error(read.problem);
  expect(readDocument(structuredClone(read.document))).toEqual(read);
});

/** Everything in a piece of HTML that is not an element or attribute of the table, by the tags that a browser would see. */
function strangers(html: string): string[] {
  const allowed =
    /^<(\/?(p|h[234]|ul|ol|li|blockquote|pre|code|strong|em|a|figure|picture)|br|hr|ol start="\d+"|h[234] id="h-[a-z0-9-]+"|a href="[^"<>]*"|img src="\/media\/[^"<>]*" alt="[^"<>]*" loading="lazy")>$/;
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !allowed.test(tag));
}
