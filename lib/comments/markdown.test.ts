import naughty from "big-list-of-naughty-strings/blns.json";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderComment } from "@/lib/comments/markdown";

const LINK = 'rel="nofollow ugc noopener"';

describe("marks become what they mean [C12]", () => {
  test.each([
    ["one\n\ntwo\nthree", "<p>one</p>\n<p>two<br>\nthree</p>\n"],
    ["*a* _b_ **c** __d__", "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>\n"],
    ["[Ada](https://e.org)", `<p><a href="https://e.org" ${LINK}>Ada</a></p>\n`],
    ["see https://e.org/a?b=c&d.", `<p>see <a href="https://e.org/a?b=c&amp;d" ${LINK}>https://e.org/a?b=c&amp;d</a>.</p>\n`],
    ["> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"],
    ["`a<b`", "<p><code>a&lt;b</code></p>\n"],
    ["```js\na<b\n```", '<pre data-language="js"><code>a&lt;b\n</code></pre>\n'],
  ])("%j", (body, html) => {
    expect(renderComment(body)).toBe(html);
  });
});

describe("what is not understood is shown as typed [C12]", () => {
  test.each([
    "a<c and 5>3",
    "snake_case_name 2 * 3 * 4",
    "# no heading",
    "- no list\n1. none",
    "<b>bold</b> &amp; &lt;",
    "![picture](ftp://e.org/x.png)",
    "![picture](https://e.org/x.png)",
    "[a](javascript:alert(1))",
    "[a](mailto:ada@example.org) ada@example.org www.e.org",
    "[]() [x]() [ ]()",
    "\\*not emphasised\\*a",
    "| a | b |\n|---|---|",
    ">".repeat(200) + " deep",
    "[a][b]",
  ])("%j", (body) => {
    expect(textOf(renderComment(body)).replace(/\s+/g, " ").trim().replaceAll(/[*]/g, "")).toBe(
      body.replace(/\s+/g, " ").replaceAll(/[*]/g, ""),
    );
  });
});

test("an address in an empty link is shown and can be followed", () => {
  expect(renderComment("[](https://e.org)")).toBe(`<p>[](<a href="https://e.org" ${LINK}>https://e.org</a>)</p>\n`);
});

const ATTACKS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '[a](javascript:alert(1) "x")',
  "[a](JaVaScRiPt:alert(1))",
  "[a](&#106;avascript:alert(1))",
  "[a](java\nscript:alert(1))",
  "[a](data:text/html;base64,PHNjcmlwdD4=)",
  "[a](vbscript:x)",
  '[a](https://e.org" onmouseover="alert(1))',
  '[a](https://e.org "\\" onmouseover=\\"alert(1)")',
  '[a](<https://e.org" onclick=alert(1)>)',
  'https://e.org/"onmouseover="alert(1)',
  '```"><script>alert(1)</script>\nx\n```',
  "`<script>`",
  "<https://e.org/><script>",
  '![a](https://e.org/x.png" onerror="alert(1))',
  "[![a](javascript:x)](javascript:y)",
  "<a href=https://e.org>x",
  "</p></article><script>",
];

describe("no text becomes more than text, emphasis, quotes, code and links to the web [C12]", () => {
  test.each(ATTACKS)("%j", (body) => expectHarmless(renderComment(body)));

  test("the big list of naughty strings", () => {
    for (const text of naughty)
      for (const body of [text, `[${text}](${text})`, `> ${text}`, `\`${text}\``]) expectHarmless(renderComment(body));
  });

  test("whatever the text is", () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS, "[", "](", ")", "`", "```", "*", "_", ">", "\n", " ", '"', "<", "https://e.org"),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectHarmless(renderComment(pieces.join("")))),
      { numRuns: 500 },
    );
  });
});

test("every character of any text is shown, but for the marks [C12]", () => {
  const unmarked = (text: string) => text.normalize("NFC").replaceAll(/[\s*_`~>\u0000\uFFFD[\]()"<]/gu, "");
  const body = fc
    .string({ unit: "binary", maxLength: 80 })
    .map((text) => text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ""));
  fc.assert(
    fc.property(body, (text) => {
      expect(unmarked(textOf(renderComment(text)))).toBe(unmarked(text));
    }),
    { numRuns: 1000 },
  );
});

test.each(["[", "*", "**a", "_*", "`", "> ", "http://a ", "![", "[[a](https://e", "<", "```\n"])(
  "10,000 characters of %j take no noticeable time",
  (mark) => {
    const started = performance.now();
    renderComment(mark.repeat(10_000 / mark.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  },
);

const TAGS = "p|br|em|strong|blockquote|code|pre|a";
const TAG = new RegExp(
  `^(?:/(?:${TAGS})|(?:${TAGS})|pre data-language="[^"<>]*"|a href="https?://[^"<>]*"(?: title="[^"<>]*")? ${LINK})$`,
  "i",
);
function expectHarmless(html: string): void {
  for (const [, tag = ""] of html.matchAll(/<([^>]*)>?/g)) expect(tag).toMatch(TAG);
}

/** What a browser shows: text, and what attributes show. */
function textOf(html: string): string {
  return html
    .replaceAll(/<pre data-language="([^"]*)">/g, "$1")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
