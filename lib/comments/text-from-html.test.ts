import fc from "fast-check";
import { expect, test } from "vitest";
import { renderComment } from "@/lib/comments/markdown";
import { commentLength, MAX_BODY_CHARS } from "@/lib/comments/schema";
import { commentFromHtml } from "@/lib/comments/text-from-html";

test.each([
  ["Eins\r\nzwei\n\n\ndrei", "Eins\nzwei\n\ndrei"],
  ["<p>Eins<br />\nzwei</p>\n<p>drei<br><br>vier</p>", "Eins\nzwei\n\ndrei\n\nvier"],
  ["<b>a</b> <strong> b </strong><em>c</em> <i>d <b>e</b></i>", "**a** **b** *c* *d* ***e***"],
  ["a<br> <br>b", "a\n\nb"],
  ["a<br> <i>\nb</i>", "a\n*b*"],
  ["<code>a<b>b</b></code>", "`ab`"],
  ["wo<b>rt</b>e", "wo**rt**e"],
  ["<b>„a“</b>b <b>a</b><i>b</i> <b>2 * 3</b>", "„a“b **a**b 2 * 3"],
  ["<b>a\nb</b>\n\n<i>c\n\nd</i>", "**a**\n**b**\n\n*c*\n\n*d*"],
  ["<code>a`b</code> und <code>`</code>", "``a`b`` und `` ` ``"],
  ["vor<pre>a\n\tb\n```\n</pre>nach", "vor\n\n````\na\n    b\n```\n````\n\nnach"],
  ["<blockquote><p>a\nb</p><blockquote>c</blockquote></blockquote>d", "> a\n> b\n>\n> > c\n\nd"],
  ["<ul><li>a</li>\n<li>b<ol start='3'><li>c</li></ol></li></ul>", "- a\n- b\n3. c"],
  ["<ul><li><blockquote>a</blockquote></li><li><pre>b</pre>c</li></ul>", "-\n> a\n\n-\n```\nb\n```\nc"],
  ['<a href="https://e.org/x" rel="nofollow">hier</a>.', "hier (https://e.org/x)."],
  ['siehe<a href="https://www.e.org/">e.org</a>dort', "siehe https://www.e.org/ dort"],
  ['(<a href="//e.org">https://e.org</a>)', "(https://e.org)"],
  ['<a href="https://e.org/a b*c"><b>x</b></a>', "**x** (https://e.org/a%20b%2Ac)"],
  ['<a href="javascript:alert(1)">a</a> <a href="mailto:a@e.org">b</a> <a href="/x">c</a>', "a b c"],
  [
    '<img src="https://e.org/x.png" alt="Bild"> <iframe src="https://e.org/film"></iframe>',
    "Bild (https://e.org/x.png) https://e.org/film",
  ],
  ['gut <img class="wp-smiley" alt="🙂" src="x">', "gut 🙂"],
  ["a&nbsp;b&#8203;c &lt;b&gt; 5 &gt; 3 &amp;amp;", "a bc <b> 5 > 3 &amp;"],
  ["a<script>x</script><style>y</style><svg>z</svg>", "a"],
  ["<custom-x>a</custom-x><table><tr><td>b</td><td>c</td></tr></table>", "a\n\nb\n\nc"],
  ["<p> </p><br>&nbsp;", ""],
])("%j", (html, text) => expect(commentFromHtml(html)).toBe(text));

test("a comment is as long as one may be, and no longer", () => {
  expect(commentFromHtml("🙂".repeat(MAX_BODY_CHARS))).toHaveLength(2 * MAX_BODY_CHARS);
  const cut = commentFromHtml("<p>🙂</p>".repeat(MAX_BODY_CHARS));
  expect(commentLength(cut)).toBeLessThanOrEqual(MAX_BODY_CHARS);
  expect(cut).toMatch(/🙂…$/u);
});

test("what was marked is marked where readers see it", () => {
  const html = '<b>a</b> <i>b</i> <code>c</code>\n<blockquote>d</blockquote><pre>e</pre><a href="https://e.org/x_y_z">f</a>';
  expect(renderComment(commentFromHtml(html))).toBe(
    "<p><strong>a</strong> <em>b</em> <code>c</code></p>\n<blockquote>\n<p>d</p>\n</blockquote>\n<pre><code>e\n</code></pre>\n" +
      '<p>f (<a href="https://e.org/x_y_z" rel="nofollow ugc noopener">https://e.org/x_y_z</a>)</p>\n',
  );
});

const TAGS = [
  "p",
  "div",
  "b",
  "strong",
  "i",
  "em",
  "code",
  "pre",
  "blockquote",
  "ul",
  "ol",
  "li",
  "a href='https://e.org/x'",
  "a href='javascript:x'",
  "span",
  "br",
  "h2",
  "u",
];
const soup = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("WORT", " WORT ", "WORT, ", "(WORT)") },
      { weight: 3, arbitrary: fc.constantFrom(...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag.split(" ")[0]}>`])) },
      fc.constantFrom("\n", "\n\n", "&nbsp;", " ", "„", "!"),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => {
    let count = 0;
    return pieces.join("").replaceAll("WORT", () => `wort${++count}`);
  });

test("every word is shown in its order, and no tag or sign of a mark", () => {
  fc.assert(
    fc.property(soup, (html) => {
      const shown = renderComment(commentFromHtml(html)).replaceAll(/<[^>]*>/g, "");
      expect(shown.match(/wort\d+/g)).toEqual(html.match(/wort\d+/g));
      expect(shown).not.toMatch(/[*`<]|&lt;/);
    }),
    { numRuns: 2000 },
  );
});

test("whatever it is, it is a comment that may be stored, and its links lead into the web", () => {
  const pieces = fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom(
      "*",
      "`",
      "```\n",
      "> ",
      "[a](javascript:x)",
      "<a href='java\nscript:x'>a</a>",
      "<a href=' https://e.org '>",
      "<pre>",
      "<b>",
      "<table>",
      "<select>",
      "</",
      "&#0;",
      "&#x2028;",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
      const text = commentFromHtml(all.join(""));
      expect(commentLength(text)).toBe(Array.from(text).length);
      expect(commentLength(text)).toBeLessThanOrEqual(MAX_BODY_CHARS);
      expect(renderComment(text)).not.toMatch(/href="(?!https?:)/i);
    }),
    { numRuns: 1000 },
  );
});

test.each(["<blockquote>", "<ul><li>", "<b>", "<div>", "<blockquote><p>"])("%s many times around a word is that word", (tag) => {
  for (const many of [30, 5000]) {
    const shown = renderComment(commentFromHtml(`${tag.repeat(many)}Wort`)).replaceAll(/<[^>]*>|[\s-]/g, "");
    expect(shown).toBe("Wort");
  }
});
