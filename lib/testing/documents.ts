import fc from "fast-check";

/** The address of a picture that a document may hold. */
export const PICTURE_ID = "01890000-0000-7000-8000-000000000001";

/** Texts that would be more than text if they were not escaped. */
export const ATTACKS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</p></article><script>alert(1)</script>",
  "</figcaption></figure><iframe srcdoc=x>",
  "</td></table><svg/onload=alert(1)>",
  "<svg/onload=alert(1)>",
  "&lt;script&gt;",
  "]]><script>alert(1)</script>",
  "\u2028<iframe srcdoc=x>",
  "https://example.org/?<script>alert(1)</script>",
  "javascript:alert(1)",
];

type Strings = fc.Arbitrary<string>;

/** Any string that a browser can send, attacks among them. */
export const hostileStrings: Strings = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...ATTACKS));
/** Words as one writes them. */
export const plainStrings: Strings = fc
  .array(fc.constantFrom("Möwe", "harbour", "E-Mail", "don't", "3.5", "a<b", "&amp;", "«ja»"), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));

/** Documents that the editor could send, of every node and mark. Takes where their strings come from. */
export function documents(strings: Strings): fc.Arbitrary<object> {
  return fc.array(blocks(strings), { maxLength: 6 }).map((content) => ({ type: "doc", content }));
}

function blocks(strings: Strings): fc.Arbitrary<object> {
  const inlines = inlineRuns(strings);
  const node = (type: string, parts: Record<string, fc.Arbitrary<unknown>> = {}) => fc.record({ type: fc.constant(type), ...parts });
  const some = (content: fc.Arbitrary<unknown>) => fc.array(content, { minLength: 1, maxLength: 3 });
  const spans = fc.record({ colspan: fc.oneof(fc.integer(), strings), rowspan: fc.constantFrom(1, 2) });
  const cell = fc
    .tuple(fc.constantFrom("tableCell", "tableHeader"), spans, some(node("paragraph", { content: inlines })))
    .map(([type, attrs, content]) => ({ type, attrs, content }));
  const { block } = fc.letrec<{ block: object }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      node("paragraph", { content: inlines, attrs: fc.dictionary(strings, strings, { maxKeys: 2 }) }),
      node("heading", { attrs: fc.record({ level: fc.constantFrom(2, 3, 4), id: strings }), content: inlines }),
      node("codeBlock", { attrs: fc.record({ language: strings }), content: inlines }),
      node("pullQuote", { attrs: fc.record({ source: strings, class: strings }), content: inlines }),
      node("figure", {
        attrs: fc.record({ src: SRC, alt: strings.map((alt) => `x${alt}`), caption: strings, credit: strings, onerror: strings }),
      }),
      node("linkCard", { attrs: fc.record({ href: fc.webUrl(), title: strings, description: strings, target: strings }) }),
      node("table", { attrs: fc.record({ caption: strings, style: strings }), content: some(node("tableRow", { content: some(cell) })) }),
      node("horizontalRule"),
      node("blockquote", { content: some(tie("block")) }),
      node("bulletList", { content: some(node("listItem", { content: some(tie("block")) })) }),
      node("orderedList", {
        attrs: fc.record({ start: fc.oneof(fc.nat(), strings) }),
        content: some(node("listItem", { content: some(tie("block")) })),
      }),
    ),
  }));
  return block;
}

const SRC = fc.constant(`/media/${PICTURE_ID}/1.jpg`);

function inlineRuns(strings: Strings): fc.Arbitrary<object[]> {
  const mark = fc.oneof(
    fc.constantFrom({ type: "bold" }, { type: "italic" }, { type: "code" }),
    fc.oneof(strings, fc.webUrl()).map((href) => ({ type: "link", attrs: { href, onclick: "alert(1)" } })),
  );
  const text = fc.record({
    type: fc.constant("text"),
    text: strings,
    marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }),
  });
  const note = strings.map((note) => ({ type: "footnote", attrs: { text: note, href: note } }));
  return fc.array(fc.oneof({ arbitrary: text, weight: 4 }, fc.constant({ type: "hardBreak" }), note), { maxLength: 4 });
}
