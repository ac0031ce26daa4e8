import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@/e2e/fixtures";
import type { Site } from "@/e2e/site";
import { TEST_SECRET } from "@/lib/testing/secret";
import { makeExport } from "@/lib/testing/wordpress";

/** Runs `npm run import -- …` beside the running site, as its administrator does. */
function runImport(site: Site, ...args: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: site.databaseUrl,
    SITE_SECRET: TEST_SECRET,
    SITE_URL: site.url,
    DATA_DIR: site.dataDir,
    INIT_CWD: site.dataDir,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/import.mjs", ...args],
      { env: { ...env, NODE_ENV: "production" } },
      (error, printed, complained) => {
        resolve({ code: error ? Number(error.code) : 0, printed, complained });
      },
    );
  });
}

test("a file comes onto the running site, is updated there, and withstands what is no text", async ({ site, request, page }) => {
  const name = `Besuch ${randomUUID().slice(0, 8)}`;
  const slug = name.toLowerCase().replace(" ", "-");
  const file = path.join(site.dataDir, `${slug}.txt`);
  const write = (...more: string[]) =>
    fs.writeFileSync(
      file,
      [name, "Der Vorspann.", "Die Lage „vor Ort“ ist ruhig.", ...more, "Related Posts", "Leave a Reply"].join("\n\n"),
    );
  write();
  expect((await request.get(`/${slug}`)).status()).toBe(404);

  const draft = await runImport(site, path.basename(file));
  expect(draft).toMatchObject({ code: 0, printed: expect.stringContaining(`${site.url}/${slug} (a draft`) });
  expect((await request.get(`/${slug}`)).status()).toBe(404);

  expect(await runImport(site, file, "--publish", "--lang", "de", "--category", "Ausland")).toMatchObject({ code: 0 });
  await expect.poll(async () => (await request.get(`/${slug}`)).status(), { timeout: 1000 }).toBe(200);
  await page.goto(`/${slug}`);
  await expect(page.locator("article[lang=de]").getByText("Die Lage „vor Ort“ ist ruhig.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Leave a Reply" })).toHaveCount(1);

  expect((await runImport(site, file)).printed).toContain("unchanged");
  write("Zwischentitel", "Ein neuer Satz.");
  expect((await runImport(site, file)).printed).toContain("updated");
  await expect.poll(async () => (await request.get(`/${slug}`)).text(), { timeout: 1000 }).toContain("Ein neuer Satz.");

  const empty = path.join(site.dataDir, "empty.txt");
  fs.writeFileSync(empty, "");
  const refused = await runImport(site, empty, "missing.txt", site.dataDir);
  expect(refused.code).toBe(1);
  expect(refused.complained).toContain(`${empty} is empty.\nmissing.txt is not there.\n${site.dataDir} is a folder.`);
  const misspelt = await runImport(site, file, "--publsh");
  expect(misspelt).toMatchObject({ code: 1, complained: expect.stringContaining("Use: npm run import") });
});

test("a former address without Latin letters leads to its post in one hop, however WordPress wrote it and as a browser does", async ({
  site,
  request,
}) => {
  const number = Math.floor(Math.random() * 900_000_000) + 1;
  const name = `привет-${number}`;
  const slug = encodeURIComponent(name).toLowerCase();
  const file = path.join(site.dataDir, `cyrillic-${number}.xml`);
  fs.writeFileSync(file, makeExport([{ id: number, slug, title: "Привет, мир" }], { site: `https://cyrillic-${number}.example` }));
  expect(await runImport(site, file, "--publish")).toMatchObject({ code: 0 });
  const place = (path: string) => request.get(path, { maxRedirects: 0 });
  const at = new URL((await place(`/?p=${number}`)).headers().location ?? "", site.url).pathname;
  expect((await request.get(at)).status()).toBe(200);
  const dated = [
    `/2012/08/${slug}/`,
    `/2012/08/15/${encodeURIComponent(name)}`,
    `/2012/08/${slug}/comment-page-2/`,
    `/2012/08/${slug}.html`,
  ];
  for (const former of [...dated, `/${slug}`, `/archives/${number}`, `/?name=${slug}`]) {
    const answer = await place(former);
    expect([answer.status(), answer.headers().location], former).toEqual([308, at]);
  }
  expect((await place(`/2012/08/${encodeURIComponent("пока")}/`)).status()).toBe(404);
});

test("a WordPress site comes with its comments, and every former address of it leads to its place, also to a comment on another page", async ({
  site,
  request,
  page,
}) => {
  const number = Math.floor(Math.random() * 900_000_000) + 1;
  const slug = `bruecken-${number}`;
  const file = path.join(site.dataDir, `${slug}.xml`);
  // Sixty threads: the last ones stand on a second page.
  const threads = Array.from({ length: 60 }, (_, n) => ({ id: n + 1, name: `Leser ${n + 1}`, html: `Brief ${n + 1}`, date: at(n) }));
  const comments = [...threads, { id: 61, parent: 3, name: "Grace", html: "Antwort an Leser 3", date: at(61) }];
  const html = "<p>Die Brücke ist offen.</p>\n<h2>Was war</h2>\n<ul><li>Sie war zu.</li></ul>";
  fs.writeFileSync(file, makeExport([{ id: number, slug, title: "Die Brücke", html, comments }], { site: `https://${slug}.example` }));
  const came = await runImport(site, file, "--publish");
  expect(came.complained).toBe("");
  expect(came).toMatchObject({ code: 0, printed: expect.stringContaining("1 new, 0 updated, 0 unchanged; 1 of them public") });
  expect(came.printed).toContain("Comments 61 new");
  expect(came.printed).toMatch(/… 0 of 1 posts, 0 new comments\n[^]*✓ 1 of 1 posts, 61 new comments, /);
  await expect.poll(async () => (await request.get(`/${slug}`)).status()).toBe(200);

  await page.goto(`/?p=${number}`);
  await expect(page).toHaveURL(`${site.url}/${slug}`);
  await expect(page.getByRole("heading", { name: "Was war" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "61 comments" })).toBeVisible();
  await page.goto(`/2012/08/${slug}/#comment-61`);
  await expect(page).toHaveURL(`${site.url}/${slug}#comment-61`);
  await expect(page.getByText("Antwort an Leser 3")).toBeInViewport();
  await page.goto("/");
  await page.goto(`/2012/08/${slug}/comment-page-2/#comment-60`);
  await expect(page).toHaveURL(`${site.url}/${slug}?replies=60#comment-60`);
  await expect(page.getByText("Brief 60", { exact: true })).toBeInViewport();
  await page.goto("/");
  await page.goto(`/${slug}#comment-999`);
  await expect(page.getByRole("heading", { name: "61 comments" })).toBeVisible();

  expect((await runImport(site, file, "--publish")).printed).toContain("0 new, 0 updated, 1 unchanged");
  fs.writeFileSync(file, "<rss>");
  expect(await runImport(site, file)).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/\.xml is no well-formed XML \(line 1: Unclosed root tag\)\./),
  });
  const whole = path.join(site.dataDir, `${slug}-whole.xml`);
  fs.writeFileSync(whole, makeExport([{ id: number + 1 }], { site: `https://${slug}.example` }));
  const beside = await runImport(site, whole, file);
  expect(beside).toMatchObject({ code: 1, complained: expect.stringContaining("No export was brought in") });
  expect(beside.printed).not.toContain("new");
  expect((await runImport(site, "missing.xml")).complained).toContain("missing.xml is not there.");
  expect((await runImport(site, file, "--uploads", "nowhere")).complained).toContain("nowhere is no folder");
});

const at = (minute: number) => new Date(Date.UTC(2012, 7, 16, 9, minute)).toISOString().slice(0, 19).replace("T", " ");
