import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "@/lib/posts/document";
import { inlineText, textOf } from "@/lib/posts/document-text";
import { blocksFromHtml } from "@/lib/posts/import-html";
import { readDocument } from "@/lib/posts/read-document";
import { renderDocument } from "@/lib/posts/render";

const OURS = "/media/01890000-0000-7000-8000-000000000001/800.webp";
const IMG = `<img src="${OURS}"`;
const WP = "<!-- wp:paragraph -->";
const pictureOf = (src: string) => (src.includes("/uploads/") ? OURS : null);

function accepted(blocks: Block[]) {
  const read = readDocument({ type: "doc", content: blocks });
  if ("problem" in read) throw new Error(read.problem);
  return read.document;
}

/** A post's content as the page shows it. */
function shown(html: string, beside?: Parameters<typeof blocksFromHtml>[2]): string {
  return renderDocument(accepted(blocksFromHtml(html, pictureOf, beside)))
    .html.replaceAll(/ id="h-[^"]*"/g, "")
    .replaceAll(' loading="lazy"', "");
}

const card = (href: string, title: string, host: string, description = "") =>
  `<div class="link-card"><a href="${href}">${title}</a>${description && `<span>${description}</span>`}<small>${host}</small></div>`;

describe("the block editor's content", () => {
  test.each([
    ["paragraphs", `${WP}\n<p>Ebbe und\nFlut.</p>\n<!-- /wp:paragraph -->\n\n${WP}\n<p>Zwei.</p>`, "<p>Ebbe und Flut.</p><p>Zwei.</p>"],
    [
      "headings",
      `${WP}<h1>A</h1><h2 class="wp-block-heading"><strong>B</strong></h2><h3>C</h3><h4>D</h4><h5>E</h5><h6>F</h6>`,
      "<h2>A</h2><h2>B</h2><h3>C</h3><h4>D</h4><h4>E</h4><h4>F</h4>",
    ],
    [
      "marks and links",
      `${WP}<p><strong>fett</strong> <em>schräg <b>beides</b></em> <code>a&lt;b</code> <a href="https://e.org/?a=1&amp;b=2" target="_blank">hier</a><br>dort <s>weg</s></p>`,
      '<p><strong>fett</strong> <em>schräg </em><strong><em>beides</em></strong> <code>a&lt;b</code> <a href="https://e.org/?a=1&amp;b=2">hier</a><br>dort weg</p>',
    ],
    [
      "lists in lists",
      `${WP}<ul class="wp-block-list"><li>eins<ul><li>innen</li></ul></li>\n<li></li><li>zwei</li></ul><ol start="3"><li>drei</li></ol>`,
      '<ul><li><p>eins</p><ul><li><p>innen</p></li></ul></li><li><p>zwei</p></li></ul><ol start="3"><li><p>drei</p></li></ol>',
    ],
    [
      "a list between items",
      `${WP}<ul><li>eins</li><ul><li>innen</li></ul></ul>`,
      "<ul><li><p>eins</p><ul><li><p>innen</p></li></ul></li></ul>",
    ],
    [
      "a quote",
      `${WP}<blockquote class="wp-block-quote"><p>Gesagt.</p><cite>Ada</cite></blockquote>`,
      "<blockquote><p>Gesagt.</p><p>Ada</p></blockquote>",
    ],
    [
      "a pull quote",
      `${WP}<figure class="wp-block-pullquote"><blockquote><p>Groß.</p><p>Größer.</p><cite>Ada <em>L.</em></cite></blockquote></figure>`,
      '<figure class="pull-quote"><blockquote><p>Groß.<br>Größer.</p></blockquote><figcaption>Ada L.</figcaption></figure>',
    ],
    [
      "a pull quote that holds a list is a quote",
      `${WP}<blockquote class="wp-block-pullquote"><ul><li>a</li></ul><cite>Ada</cite></blockquote>`,
      "<blockquote><ul><li><p>a</p></li></ul><p>Ada</p></blockquote>",
    ],
    [
      "code, and a verse",
      `${WP}<pre class="wp-block-code"><code>\na &lt; b\n\n  c</code></pre><pre class="wp-block-verse">Eine Zeile\nnoch <em>eine</em></pre>`,
      "<pre><code>\na &lt; b\n\n  c</code></pre><p>Eine Zeile<br>noch <em>eine</em></p>",
    ],
    [
      "a table",
      `${WP}<figure class="wp-block-table"><table><thead><tr><th>A</th><th></th></tr></thead><tbody><tr><td colspan="2" rowspan="999">b<br>c</td></tr></tbody></table><figcaption>Zahlen</figcaption></figure>`,
      '<div class="table" role="region" tabindex="0" aria-label="Zahlen"><table><caption>Zahlen</caption><thead><tr><th scope="col">A</th><td></td></tr></thead><tbody><tr><td colspan="2">b<br>c</td></tr></tbody></table></div>',
    ],
    [
      "a separator and pages",
      `${WP}<p>a</p><hr class="wp-block-separator"/><!--more--><p>b</p><!--nextpage--><p>c</p>`,
      "<p>a</p><hr><p>b</p><hr><p>c</p>",
    ],
    [
      "a picture with its caption",
      `${WP}<figure class="wp-block-image size-large"><a href="https://e.org/uploads/moewe.jpg"><img src="https://e.org/uploads/moewe.jpg" alt="Eine Möwe"/></a><figcaption class="wp-element-caption">Am <a href="https://e.org">Hafen</a></figcaption></figure>`,
      `<figure>${IMG} alt="Eine Möwe"><figcaption>Am Hafen</figcaption></figure>`,
    ],
    [
      "a picture without a text for who does not see it",
      `${WP}<figure><img src="/uploads/a.jpg" alt=""><figcaption>Hafen</figcaption></figure><img src="/uploads/2020/rote_boote-am-ufer-300x200.jpg?x=1"><img src="/uploads/0815.png">`,
      `<figure>${IMG} alt="Hafen"><figcaption>Hafen</figcaption></figure><figure>${IMG} alt="Rote boote am ufer"></figure><figure>${IMG} alt="0815"></figure>`,
    ],
    [
      "pictures that did not come along",
      `${WP}<figure><img src="https://x.org/a.jpg" alt="Hafen"><figcaption>Am Abend</figcaption></figure><img src="//x.org/b.jpg"><p>vor<img src="javascript:x" alt="böse">nach</p>`,
      '<p><a href="https://x.org/a.jpg">Hafen</a></p><p>Am Abend</p><p><a href="https://x.org/b.jpg">B</a></p><p>vor</p><p>böse</p><p>nach</p>',
    ],
    [
      "a picture within a paragraph",
      `${WP}<p>vor <img src="/uploads/a.jpg" alt="A"> nach</p>`,
      `<p>vor</p><figure>${IMG} alt="A"></figure><p>nach</p>`,
    ],
    [
      "a gallery",
      `${WP}<figure class="wp-block-gallery has-nested-images"><figure class="wp-block-image"><img src="/uploads/a.jpg" alt="A"/><figcaption>eins</figcaption></figure><figure class="wp-block-image"><img src="/uploads/b.jpg" alt="B"/></figure><figcaption class="blocks-gallery-caption">Alle</figcaption></figure>`,
      `<figure>${IMG} alt="A"><figcaption>eins</figcaption></figure><figure>${IMG} alt="B"></figure><p>Alle</p>`,
    ],
    [
      "a gallery of one keeps both captions",
      `${WP}<figure class="wp-block-gallery"><figure><img src="/uploads/a.jpg" alt="A"/><figcaption>eins</figcaption></figure><figcaption>Alle</figcaption></figure>`,
      `<figure>${IMG} alt="A"><figcaption>eins</figcaption></figure><p>Alle</p>`,
    ],
    [
      "an embed",
      `${WP}<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://video.example/ein-film\n</div><figcaption>Der Film</figcaption></figure>`,
      card("https://video.example/ein-film", "Ein film", "video.example", "Der Film"),
    ],
    [
      "frames and films",
      `${WP}<p>a<iframe src="//video.example/embed/x9">b</iframe></p><iframe src="javascript:alert(1)"></iframe><figure class="wp-block-video"><video controls src="https://e.org/uploads/film.mp4"></video></figure>`,
      `<p>a</p>${card("https://video.example/embed/x9", "X9", "video.example")}${card("https://e.org/uploads/film.mp4", "Film.mp4", "e.org")}`,
    ],
    ["a caption that stands first", `${WP}<figure><figcaption>eins</figcaption><p>zwei</p></figure>`, "<p>eins</p><p>zwei</p>"],
    [
      "a file",
      `${WP}<div class="wp-block-file"><a href="https://e.org/a.pdf">Plan</a><a href="https://e.org/a.pdf" class="wp-block-file__button" download>Herunterladen</a></div>`,
      '<p><a href="https://e.org/a.pdf">Plan</a></p>',
    ],
    [
      "what a page does not show",
      `${WP}<p>a<script>x</script><style>y</style></p><form><input>z</form><noscript>n</noscript><svg><text>s</text></svg><template>t</template><p hidden>h</p><p style="display: none">d</p>`,
      "<p>a</p>",
    ],
    [
      "unknown elements",
      `${WP}<custom-box><p>a <blink>b</blink></p></custom-box><details><summary>Mehr</summary>c</details>`,
      "<p>a b</p><p>Mehr</p><p>c</p>",
    ],
  ])("%s", (_, html, expected) => expect(shown(html)).toBe(expected));
});

test("an item begins with a paragraph, as the editor's do", () => {
  const content = [{ type: "paragraph" }, { type: "horizontalRule" }];
  expect(blocksFromHtml("<ul><li><hr></li></ul>", pictureOf)).toEqual([{ type: "bulletList", content: [{ type: "listItem", content }] }]);
});

test("what comes of Google Docs is what comes of it when it is pasted", () => {
  const [html, pasted] = ["", ".expected"].map((kind) => fs.readFileSync(`e2e/paste/google-docs${kind}.html`, "utf8"));
  const { content } = accepted(blocksFromHtml(`<!-- wp:freeform -->${html}`, () => null));
  expect(renderDocument({ type: "doc", content }).html).toBe(pasted?.trim());
});

describe("the content of the editor before it", () => {
  test.each([
    [
      "blank lines and line ends",
      "Ebbe.\r\n&nbsp;\r\n\r\nFlut\nund <em>Wind\n\nSturm</em>",
      "<p>Ebbe.</p><p>Flut<br>und <em>Wind</em></p><p><em>Sturm</em></p>",
    ],
    ["line ends beside breaks", "a<br />\nb\n<br>c<br><br>d", "<p>a<br>b<br>c</p><p>d</p>"],
    [
      "blocks among them",
      "Vor\n<h2>Titel</h2>\nnach\n\n<ul>\n\n<li>a\nb</li>\n</ul>\n<!--more-->\nEnde",
      "<p>Vor</p><h2>Titel</h2><p>nach</p><ul><li><p>a<br>b</p></li></ul><p>Ende</p>",
    ],
    ["a quote", "<blockquote>Eins.\n\nZwei.</blockquote>", "<blockquote><p>Eins.</p><p>Zwei.</p></blockquote>"],
    ["code", "<pre>a\n\nb\n</pre>", "<pre><code>a\n\nb</code></pre>"],
    ["paragraphs that were marked", "<p>a\nb\n\nc</p>\n<p>d</p>", "<p>a<br>b</p><p>c</p><p>d</p>"],
    [
      "a caption",
      'Vor\n[caption id="attachment_6" align="alignright" width="300"]<a href="/uploads/a.jpg"><img src="/uploads/a.jpg" alt="A" /></a> Am <em>Hafen</em>[/caption]\nNach',
      `<p>Vor</p><figure>${IMG} alt="A"><figcaption>Am Hafen</figcaption></figure><p>Nach</p>`,
    ],
    [
      "a caption of old",
      '[caption caption="Am Hafen"]<img src="/uploads/a.jpg" alt="A" />[/caption]',
      `<figure>${IMG} alt="A"><figcaption>Am Hafen</figcaption></figure>`,
    ],
    ["a caption of nothing", "[caption]nur Text[/caption] und [caption] offen", "<p>[caption]nur Text[/caption] und [caption] offen</p>"],
    [
      "an address alone",
      "Siehe\nhttps://e.org/ein-text/\nund https://e.org/x",
      `<p>Siehe</p>${card("https://e.org/ein-text/", "Ein text", "e.org")}<p>und https://e.org/x</p>`,
    ],
    ["an embed", '[embed width="3"]\nhttps://e.org/film\n[/embed]', card("https://e.org/film", "Film", "e.org")],
    ["an embed of a script", "[embed]javascript:alert(1)[/embed]", "<p>[embed]javascript:alert(1)[/embed]</p>"],
    [
      "other shortcodes",
      '[contact-form-7 id="1"] [captions] [[caption]] <code>[gallery ids="1"]</code>',
      "<p>[contact-form-7 id=&quot;1&quot;] [captions] [[caption]] <code>[gallery ids=&quot;1&quot;]</code></p>",
    ],
    ["a gallery whose pictures nobody knows", '[gallery ids="1,2"]', "<p>[gallery ids=&quot;1,2&quot;]</p>"],
    ["smileys and pixels", 'a<img class="wp-smiley" src="x.svg" alt="🙂"><img src="https://c.org/x" width="1" height="1">', "<p>a🙂</p>"],
    ["blanks that hold places", "a&nbsp;&shy;b\u200bc \u00a0 d &amp;amp; &lt;p&gt;", "<p>a bc d &amp;amp; &lt;p&gt;</p>"],
    [
      "Google's own weights and ways",
      '<b style="font-weight:normal">a <b style="mso-bidi-font-weight:normal">w</b> <span style="font-weight:700">b</span></b> <a href="https://www.google.com/url?q=https://e.org/&sa=D">c</a>',
      '<p>a <strong>w</strong> <strong>b</strong> <a href="https://e.org/">c</a></p>',
    ],
    [
      "links that lead nowhere here",
      '<a href="javascript:alert(1)">a</a> <a href="#unten">b</a> <a href="mailto:a@e.org">c</a>',
      '<p>a b <a href="mailto:a@e.org">c</a></p>',
    ],
    [
      "cells that hold more than cells may",
      `<table><tr><td><h2>T</h2><blockquote>q</blockquote><img src="/uploads/a.jpg" alt="A"><table><tr><td>i</td></tr></table></td></tr></table>`,
      `<div class="table" role="region" tabindex="0" aria-label="Table"><table><tbody><tr><td><p>T</p><p>q</p><p><a href="${OURS}">A</a></p><p>i</p></td></tr></tbody></table></div>`,
    ],
  ])("%s", (_, html, expected) => expect(shown(html)).toBe(expected));

  test("a gallery's pictures come by their numbers", () => {
    const findAttachment = (id: string) => (id === "8" ? null : { src: `/uploads/${id}.jpg`, alt: `Bild ${id}`, caption: "" });
    expect(shown('Vor [gallery columns="2" ids="7, 8,9"]', { findAttachment })).toBe(
      `<p>Vor</p><figure>${IMG} alt="Bild 7"></figure><figure>${IMG} alt="Bild 9"></figure>`,
    );
    const typed = "<p>[[gallery ids=7]] <code>[gallery ids=7]</code></p>";
    expect(shown(typed, { findAttachment })).toBe(typed);
  });
});

describe("footnotes", () => {
  const CALL = '<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup>';
  const notes = (html: string, beside?: Parameters<typeof blocksFromHtml>[2]) => accepted(blocksFromHtml(html, pictureOf, beside)).content;
  const called = [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Text" },
        { type: "footnote", attrs: { text: "Eine Note." } },
      ],
    },
  ];

  test("the block editor's lie beside the content", () => {
    expect(notes(`${WP}<p>Text${CALL}</p><!-- wp:footnotes /-->`, { noteOf: () => "Eine <em>Note</em>." })).toEqual(called);
  });

  test("or in it, as a block that leads back", () => {
    const list = '<hr><ol class="wp-block-footnotes"><li id="f1">Eine Note. <a href="#f1-link">↩︎</a></li></ol>';
    expect(notes(`${WP}<p>Text${CALL}</p>${list}`)).toEqual(called);
  });

  test.each([
    `<p>Text${CALL}</p>`,
    `<div id="f1"><p>Text${CALL}</p><a href="#f1-link">x</a></div>`,

    '<div>Text<sup><a href="#n" id="r">1</a></sup><span id="n"> <a href="#r">^</a> mehr</span></div>',
    '<div><p>Text<a href="#n" id="r">1</a></p><a href="#r" id="n">x</a></div>',
    `<div id="top"><p>Text<a href="#a">1</a></p><p id="a">Teil <a href="#top">hinauf</a></p></div>`,
  ])("%s is text", (html) => {
    expect(textOf(notes(WP + html)[0] ?? { type: "horizontalRule" })).toMatch(/^Text1/);
  });

  test("one in a caption is kept, the caption a paragraph", () => {
    const html = `${WP}<figure><img src="/uploads/a.jpg" alt="A"><figcaption>Text${CALL}</figcaption></figure>`;
    expect(notes(html, { noteOf: () => "Eine Note." }).slice(1)).toEqual(called);
  });
});

describe("whatever a post holds", () => {
  /** Every word that is in the blocks, where it stands. */
  const words = (blocks: Block[]) =>
    blocks
      .map(said)
      .join(" ")
      .match(/wort\d+/g) ?? [];
  function said(block: Block): string {
    switch (block.type) {
      case "figure":
        return block.attrs.caption;
      case "linkCard":
        return `${block.attrs.href} ${block.attrs.description}`;
      case "pullQuote":
        return `${inlineText(block.content ?? [])} ${block.attrs.source}`;
      case "blockquote":
        return block.content.map(said).join(" ");
      case "bulletList":
      case "orderedList":
        return block.content.map(({ content }) => content.map(said).join(" ")).join(" ");
      case "table":
        return `${block.attrs.caption} ${block.content.map((row) => row.content.map((cell) => cell.content.map(said).join(" ")).join(" ")).join(" ")}`;
      default:
        return textOf(block);
    }
  }

  /** Numbers the words of HTML in the order in which they stand. */
  const numbered = (html: string) => {
    let count = 0;
    return html.replaceAll("WORT", () => `wort${++count}`);
  };

  const { html: wellFormed } = fc.letrec<{ html: string; inline: string }>((tie) => {
    const inlines = fc.array(tie("inline"), { maxLength: 4 }).map((all) => all.join(""));
    const within = (...names: string[]) =>
      fc.tuple(fc.constantFrom(...names), tie("html")).map(([name, html]) => `<${name}>${html}</${name.split(" ")[0]}>`);
    const rows = fc.array(fc.tuple(fc.constantFrom("td", "th"), tie("html")), { minLength: 1, maxLength: 3 });
    const items = fc.array(tie("html"), { maxLength: 3 }).map((all) => all.map((html) => `<li>${html}</li>`).join(""));
    return {
      inline: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        fc.constantFrom(
          "WORT",
          " WORT ",
          "\n",
          "\n\n",
          "WORT&nbsp;",
          "<br>",
          "[caption]",
          "[/caption]",
          "[gallery]",
          "https://wort.example/",
        ),
        fc
          .tuple(fc.constantFrom("b", "em", "code", "a href='https://e.org/'", "a href='javascript:x'", "span", "u"), tie("inline"))
          .map(([name, html]) => `<${name}>${html}</${name.split(" ")[0]}>`),
      ),
      html: fc
        .array(
          fc.oneof(
            { maxDepth: 5, depthSize: "small" },
            inlines,
            inlines.map((html) => `<p>${html}</p>`),
            inlines.map((html) => `<h3>${html}</h3>`),
            fc.constant("<pre>WORT\n\n  WORT</pre>"),
            fc.constantFrom(
              '<figure><img src="/uploads/a.jpg"><figcaption>WORT WORT</figcaption></figure>',
              "<figure class='wp-block-pullquote'><blockquote><p>WORT</p><cite>WORT</cite></blockquote></figure>",
            ),
            fc.constantFrom(
              "<img src='/uploads/a.jpg' alt='x'>",
              "<img src='https://e.org/a'>",
              "<hr>",
              "<!--more-->",
              "<script>x</script>",
            ),
            within("div", "blockquote", "section", "blockquote class=wp-block-pullquote"),
            items.map((html) => `<ul>${html}</ul>`),
            items.map((html) => `<ol start=-4>${html}</ol>`),
            rows.map(
              (cells) =>
                `<table><caption>WORT</caption><tr>${cells.map(([name, html]) => `<${name} colspan=-1>${html}</${name}>`).join("")}</tr></table>`,
            ),
          ),
          { maxLength: 4 },
        )
        .map((all) => all.join("")),
    };
  });

  test("every word that is seen comes out, in its order", () => {
    fc.assert(
      fc.property(wellFormed, fc.boolean(), (html, isOfBlocks) => {
        const page = numbered(html);
        const { content } = accepted(blocksFromHtml(isOfBlocks ? WP + page : page, pictureOf));
        expect(words(content)).toEqual(page.match(/wort\d+/g) ?? []);
      }),
      { numRuns: 1000 },
    );
  });

  const soup = fc
    .array(
      fc.oneof(
        fc.constant("WORT "),
        fc
          .constantFrom(
            "p",
            "div",
            "b",
            "i",
            "a",
            "a href='JaVaScRiPt:x'",
            "ul",
            "ol",
            "li",
            "blockquote",
            "h1",
            "h4",
            "pre",
            "code",
            "cite",
            "figure",
            "figcaption",
            "span",
            "br",
            "hr",
            "dd",
            "font",
            "custom-x",
          )
          .chain((name) => fc.constantFrom(`<${name}>`, `<${name} class=wp-block-pullquote>`, `</${name.split(" ")[0]}>`, `<${name}`))
          .filter((tag) => tag.endsWith(">")),
        fc.constantFrom("\n", "\n\n", "[caption]", "[/caption]", "[embed]", "[/embed]", "<!--nextpage-->", "&nbsp;"),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(""));

  test("also where tags are never closed, or closed where none is open", () => {
    fc.assert(
      fc.property(soup, (html) => {
        const page = numbered(html);
        expect(words(accepted(blocksFromHtml(page, pictureOf)).content)).toEqual(page.match(/wort\d+/g) ?? []);
      }),
      { numRuns: 1000 },
    );
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 8 }),
        fc
          .constantFrom(
            "table",
            "tr",
            "td",
            "caption",
            "select",
            "svg",
            "math",
            "template",
            "iframe src=//x.org",
            "img src=x onerror=y",
            "img src=/uploads/a.jpg",
            "a href='javascript:x'",
            "a href='&#106;ava\nscript:x'",
            "a href=' data:text/html,x'",
            "object",
            "p",
            "b",
            "blockquote",
            "ul",
            "textarea",
            "plaintext",
            "sup data-fn=x",
          )
          .map((tag) => `<${tag}>`),
        fc.constantFrom(
          "</",
          "<",
          ">",
          "'",
          '"',
          "<!--",
          "-->",
          "<![CDATA[",
          "</table>",
          "</td>",
          "</p>",
          "[caption",
          "]",
          "[/caption]",
          "https://e.org\n",
          "[embed]javascript:x[/embed]",
          "&#0;",
          "&#xd800;",
          "\ud800",
        ),
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(""));

  test("nothing is refused, and no link leads to a script", () => {
    fc.assert(
      fc.property(hostile, (html) => {
        const blocks = blocksFromHtml(html, pictureOf, { noteOf: () => html });
        expect(accepted(blocks)).toBeDefined();
        const hrefs = Array.from(JSON.stringify(blocks).matchAll(/"href":"([^"]*)"/g), ([, href]) => href ?? "");
        expect(hrefs.filter((href) => !/^(https?:|mailto:|\/(?!\/))/i.test(href))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["divs", "<div>".repeat(2000) + "WORT"],
    ["quotes", "<blockquote>".repeat(2000) + "WORT"],
    ["quotes, as deep as is read", "<blockquote>".repeat(300) + "WORT"],
    ["lists", "<ul><li>".repeat(200) + "WORT<li>WORT"],
    ["tables", "<table><tr><td>".repeat(100) + "WORT"],
    ["a table in lists", "<ul><li>".repeat(12) + "<table><tr><td>WORT"],
    ["marks", "<b><i><a href=/x>".repeat(500) + "WORT"],
    ["marks that are never closed", "<p><b id=1><b id=2><b id=3><i>WORT</p>".repeat(300)],
    ["a list of more items than a document may have", `<p>WORT</p><ul>${"<li>WORT".repeat(30_000)}</ul><p>WORT</p>`],
    ["more breaks than a document may have", "WORT<br>".repeat(60_000)],
    [
      "a tree that grows faster than its source",
      `<p>${Array.from({ length: 400 }, (_, id) => `<b id=${id}>`).join("")}${"<p>WORT".repeat(20_000)}`,
    ],
    ["a tree that costs too much", "<table>" + "<br>WORT".repeat(30_000)],
    ["a caption that is too long", `[caption]<img src=/uploads/a.jpg>${"WORT ".repeat(500)}[/caption]`],
    ["a caption of a figure that is too long", `<figure><img src=/uploads/a.jpg><figcaption>${"WORT ".repeat(500)}</figcaption></figure>`],
    ["a source that is too long", `<blockquote class=wp-block-pullquote><p>WORT</p><cite>${"WORT ".repeat(500)}</cite></blockquote>`],
    ["a table's caption that is too long", `<table><caption>${"WORT ".repeat(500)}</caption><tr><td>WORT</table>`],
  ])("too deep, too much, too long: %s", (_, html) => {
    const page = numbered(html);
    const found = words(accepted(blocksFromHtml(page, pictureOf)).content);
    // A table's caption stands above its cells, and what of it is too long under them.
    expect(html.includes("<caption>") ? found.toSorted() : found).toEqual(
      html.includes("<caption>") ? page.match(/wort\d+/g)?.toSorted() : page.match(/wort\d+/g),
    );
  });
});
