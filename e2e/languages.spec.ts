import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { startSite, type Site } from "@/e2e/site";
import de from "@/lib/i18n/de.json" with { type: "json" };
import en from "@/lib/i18n/en.json" with { type: "json" };
import { pseudoMessages, writeLanguage } from "@/lib/testing/pseudo-language";
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
    for (const link of links) {
      await page.goto(link);
      expect(await english(page), link).toEqual([]);
    }
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
async function english(page: Page): Promise<string[]> {
  const text = await page.locator("body").innerText();
  return sentences(en, de).filter((message) => text.includes(message));
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
