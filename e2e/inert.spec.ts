import naughty from "big-list-of-naughty-strings/blns.json" with { type: "json" };
import fc from "fast-check";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { ask, urlencoded } from "@/e2e/raw";
import { approveComment } from "@/lib/comments/moderate";
import { commentOfReceipt, receiptKey } from "@/lib/comments/receipt";
import { clean } from "@/lib/comments/schema";
import { makeComment, makeUser } from "@/lib/testing/make";

// The list holds over 200 attempts to run a script. The fixture fails on console output and on each request elsewhere.

/** Fails where a page's main part holds anything that could run, or leads anywhere but to the web; our own ways to pass it on aside. */
async function expectInert(page: Page): Promise<void> {
  const found = await page.getByRole("main").evaluate((main) => {
    const all = [...main.querySelectorAll("*")];
    const alive = all.filter((element) =>
      element.matches(
        "script:not([type='application/ld+json'], [type='application/json'], [src^='/islands/']), iframe, object, embed, base, meta, style, link, math, video, audio, img",
      ),
    );
    const handlers = all.filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith("on") || name === "style" || name === "srcdoc"),
    );
    const links = all.filter(
      (element) => element instanceof HTMLAnchorElement && !/^https?:$/.test(element.protocol) && !element.closest("[data-copied]"),
    );
    return [...alive, ...handlers, ...links].map((element) => element.outerHTML.slice(0, 200));
  });
  expect(found).toEqual([]);
}

/** Fails when the page opens a dialog, as each of the list's scripts would. */
function failOnDialogs(page: Page): void {
  page.on("dialog", (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`);
  });
}

test("the big list of naughty strings is inert as name, website and text: in the page, its data, the desk and the receipt", async ({
  page,
  publishedPost,
  signedInAs,
}) => {
  const texts = naughty.map(clean).filter(Boolean);
  const { id: postId, slug } = await publishedPost();
  const ids: string[] = [];
  for (let at = 0; at < texts.length; at += 10) {
    const group = texts.slice(at, at + 10);
    const name = Array.from(group[at % 10] ?? "x")
      .slice(0, 245)
      .join("");
    const website = `https://e.org/${group.join("").slice(0, 180)}`;
    const { id } = await makeComment({ postId, status: "approved", name, website, body: group.join("\n\n") });
    ids.push(id);
  }
  failOnDialogs(page);
  await page.goto(`/${slug}`);
  await expect(page.locator("#comments article")).toHaveCount(ids.length);
  await expectInert(page);
  const data = await page.locator("script[type='application/ld+json']").allTextContents();
  const described = JSON.stringify(data.map((text) => JSON.parse(text) as unknown));
  expect(described.match(/"@type":"Comment"/g)).toHaveLength(ids.length);
  await page.goto(`/${slug}?replyto=${ids[3]}#reply`);
  await expectInert(page);
  for (const id of ids.slice(10, 14)) {
    await page.goto(`/receipts/${receiptKey(id)}`);
    await expectInert(page);
  }
  const { page: desk } = await signedInAs("moderator");
  failOnDialogs(desk);
  await desk.goto("/admin/comments?status=approved");
  const rows = desk
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: desk.getByRole("checkbox") });
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(ids.length);
  await expectInert(desk);
});

test("any text is taken or refused, never a failure, and what is taken is what the page shows [C12]", async ({
  page,
  site,
  publishedPost,
}) => {
  const { id: postId, slug } = await publishedPost();
  const moderator = await makeUser({ role: "moderator" });
  const unmarked = fc.string({ unit: "binary", minLength: 1, maxLength: 60 }).map((text) => `${text.replaceAll(/[*_`~>[\]\\]/g, "")}.`);
  const drawn = fc.sample(unmarked, { numRuns: 20, seed: 20_261_124 });
  const chosen = ["שלום ‮abc", "e\u0301 ≠ é", "👩‍👩‍👧‍👦 🇩🇪", "a<c and 5>3 &amp; &#60;", "\u200b\u2060.", "\ufeffBOM.", "𝕳𝖆𝖑𝖑𝖔", "\ud800 lone"];
  const taken = new Map<string, string>();
  const send = async (text: string, at: number) => {
    const form = urlencoded({ postId, name: text, email: `anybody-${at}@example.org`, body: `${text}\n\nsecond ${at}` });
    const headers = { ...form.headers, accept: "application/json", "x-forwarded-for": `2001:db8:1de:${at.toString(16)}::1` };
    const answer = await ask(site.url, { path: `/api/replies?post=${postId}`, ...form, headers });
    expect([201, 422], text).toContain(answer.status);
    const id = commentOfReceipt(/"receipt":"\/receipts\/([^"]+)"/.exec(answer.body.toString())?.[1] ?? "");
    if (!id) return;
    expect(await approveComment(moderator, { id })).toMatchObject({ ok: true });
    taken.set(id, clean(Buffer.from(text).toString()));
  };
  await Promise.all([...drawn, ...chosen].map(send));
  expect(taken.size, "texts taken").toBeGreaterThan(20);
  failOnDialogs(page);
  await page.goto(`/${slug}`);
  const shown = await page
    .locator("#comments article")
    .evaluateAll((articles) =>
      articles.map((article) => [
        article.id.slice("comment-".length),
        article.querySelector("bdi")?.textContent,
        article.querySelector("p")?.textContent,
      ]),
    );
  const flat = (text: string | null | undefined) => text?.replaceAll(/\s+/g, " ").trim();
  expect(new Map(shown.map(([id, name, text]) => [id, [flat(name), flat(text)]]))).toEqual(
    new Map([...taken].map(([id, text]) => [id, [flat(text), flat(text)]])),
  );
  await expectInert(page);
});
