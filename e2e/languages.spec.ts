import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { AWAITING, fill, send } from "@/e2e/reply";
import { forgetStoredSettings, storeSettings } from "@/e2e/settings";
import { startSite, type Site } from "@/e2e/site";
import de from "@/lib/i18n/de.json" with { type: "json" };
import en from "@/lib/i18n/en.json" with { type: "json" };
import { pseudoMessages, writeLanguage } from "@/lib/testing/pseudo-language";
import { privateDb } from "@/lib/db/private";
import { newId } from "@/lib/ids";
import { makeComment, makePost, makeUser, TEST_PASSWORD } from "@/lib/testing/make";

test.describe("a site whose language is German", () => {
  let german: Site;
  let page: Page;
  test.beforeAll(async ({ site, browser }) => {
    german = await startSite(site.databaseUrl, { SITE_LOCALE: "de" });
    page = await browser.newPage();
  });
  test.afterAll(async () => {
    await page.close();
    await german.stop();
  });

  test("speaks German to readers: form, headings, messages, missing pages [C13]", async ({ publishedPost }) => {
    const related = await makePost({ lang: "en", status: "published" });
    const { id, slug } = await publishedPost({ lang: "en", related: { create: { relatedId: related.id, position: 0 } } });
    await makeComment({ postId: id, status: "approved" });
    await page.goto(`${german.url}/${slug}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    for (const name of ["Ähnliche Beiträge", "Hinterlasse eine Antwort"]) await expect(page.getByRole("heading", { name })).toBeVisible();
    for (const label of ["Kommentar", "Name", "E-Mail-Adresse", "Website"]) await expect(page.getByLabel(label).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Kommentar abschicken" })).toBeVisible();
    expect(await english(page)).toEqual([]);
    for (const path of ["/", "/nichts-da", "/%00"]) {
      await page.goto(german.url + path);
      expect(await english(page), path).toEqual([]);
    }
  });

  test("speaks German in the newsroom, on every page of it [C13]", async () => {
    const email = `chefin-${Date.now()}@example.org`;
    await makeUser({ role: "administrator", email, signsIn: true });
    await page.goto(`${german.url}/admin`);
    expect(await english(page)).toEqual([]);
    await page.getByLabel("E-Mail-Adresse").fill(email);
    await page.getByLabel("Passwort").fill(TEST_PASSWORD);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await expect(page.getByRole("button", { name: "Abmelden" })).toBeVisible();
    const links = await page.locator("nav a").evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(3);
    for (const link of [...links, ...["reported", "complaints"].map((list) => `${german.url}/admin/comments/${list}`)]) {
      await page.goto(link);
      expect(await english(page), link).toEqual([]);
    }
  });
});

const REPLY = { Comment: "Thank you.", Name: "Edith", Email: "edith@example.org" };

test.describe("a German site where what stands around a post speaks the post's language", () => {
  test.beforeAll(async ({ site: _site }) => storeSettings({ locale: "de", interfaceFollowsPost: true }));
  test.afterAll(forgetStoredSettings);

  test("an English post is English all around, from its form to the receipt; the front page stays German", async ({
    page,
    publishedPost,
  }) => {
    const category = await privateDb.category.create({ data: { name: `Häfen ${newId()}`, slug: `haefen-${newId()}` } });
    const { id, slug } = await publishedPost({ lang: "en", categoryId: category.id });
    await makeComment({ postId: id, status: "approved", name: "Ada" });
    await Promise.all([page.waitForResponse(/\/api\/replies\/events\?/), page.goto(`/${slug}`)]);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { name: "Leave a Reply" })).toBeVisible();
    await expect(page.getByRole("link", { name: category.name })).toHaveAttribute("lang", "de");
    expect(await german(page)).toEqual([]);
    await makeComment({ postId: id, status: "approved", name: "Grace" });
    await expect(page.getByRole("status").getByRole("link")).toHaveText("1 new reply: show it");
    await send(page).click();
    await expect(page.getByText(en.replies.problems.name.required).first()).toBeVisible();
    expect(await german(page)).toEqual([]);
    await fill(page, REPLY);
    await send(page).click();
    await expect(page.getByText(AWAITING)).toBeVisible();
    expect(await german(page)).toEqual([]);
    await page.getByRole("link", { name: en.replies.receipt }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(await german(page)).toEqual([]);
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    expect(await english(page)).toEqual([]);
  });

  test("without scripts a refused form, its answer and a closed post are English too; a post of another language is German around", async ({
    noScript,
    publishedPost,
  }) => {
    const { slug } = await publishedPost({ lang: "en" });
    await noScript.goto(`/${slug}`);
    await fill(noScript, { ...REPLY, Name: " " });
    await send(noScript).click();
    await expect(noScript).toHaveTitle(/^Error:/);
    expect(await german(noScript)).toEqual([]);
    await fill(noScript, REPLY);
    await send(noScript).click();
    await expect(noScript.getByText(AWAITING)).toBeVisible();
    await expect(noScript.locator("html")).toHaveAttribute("lang", "en");
    const closed = await publishedPost({ lang: "en-GB", commentsOpen: false });
    await noScript.goto(`/${closed.slug}`);
    await expect(noScript.getByRole("heading", { name: en.live.closed })).toBeVisible();
    await expect(noScript.locator("html")).toHaveAttribute("lang", "en-GB");
    const french = await publishedPost({ lang: "fr" });
    await noScript.goto(`/${french.slug}`);
    await expect(noScript.locator("html")).toHaveAttribute("lang", "de");
    expect(await english(noScript)).toEqual([]);
  });
});

test("a third language is one file beside the others: it is offered by its own name, and pages render in it", async ({ site, browser }) => {
  const third = await startSite(site.databaseUrl, { SITE_LOCALE: "fr" }, folderWithLanguage("fr"));
  const page = await browser.newPage();
  const { slug } = await makePost({ lang: "en", status: "published" });
  await page.goto(`${third.url}/${slug}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("heading", { name: pseudoMessages.replies.leave })).toBeVisible();
  const email = `cheffe-${Date.now()}@example.org`;
  await makeUser({ role: "administrator", email, signsIn: true });
  await page.request.post(`${third.url}/api/auth/sign-in`, { form: { email, password: TEST_PASSWORD } });
  await page.goto(`${third.url}/admin/settings`);
  const choice = page.getByLabel(pseudoMessages.settings.locale);
  await expect(choice.getByRole("option")).toHaveText(["English", "Deutsch", "français"]);
  await expect(choice).toHaveValue("fr");
  await page.close();
  await third.stop();
});

/** A folder in which the site runs as here, but with one more file of messages; the rest of it leads here. */
function folderWithLanguage(code: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-language-"));
  const link = (name: string) => fs.symlinkSync(path.resolve(name), path.join(folder, name));
  fs.mkdirSync(path.join(folder, "lib/i18n"), { recursive: true });
  fs.readdirSync(".")
    .filter((name) => name !== "lib")
    .forEach(link);
  fs.readdirSync("lib")
    .filter((name) => name !== "i18n")
    .forEach((name) => link(`lib/${name}`));
  fs.readdirSync("lib/i18n").forEach((name) => link(`lib/i18n/${name}`));
  writeLanguage(path.join(folder, "lib/i18n"), code);
  return folder;
}

/** The English messages that stand on a page although the site speaks German. */
function english(page: Page): Promise<string[]> {
  return spoken(page, en, de);
}

/** The German messages that stand on a page although it speaks English. */
function german(page: Page): Promise<string[]> {
  return spoken(page, de, en);
}

/** The messages of a language that stand on a page and are not the same in the other. */
async function spoken(page: Page, from: Messages, other: Messages): Promise<string[]> {
  const text = await page.locator("body").innerText();
  return sentences(from, other).filter((message) => text.includes(message));
}

type Messages = { [key: string]: string | Messages };

/** Messages long enough not to occur by chance, without arguments, that differ between the two. */
function sentences(from: Messages, other: Messages): string[] {
  return Object.entries(from).flatMap(([key, value]) => {
    const same = other[key];
    if (typeof value !== "string") return typeof same === "object" ? sentences(value, same) : [];
    return value.length >= 8 && value !== same && !/[{<]/.test(value) ? [value] : [];
  });
}
