import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@/e2e/fixtures";
import type { Site } from "@/e2e/site";
import { TEST_SECRET } from "@/lib/testing/secret";

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
