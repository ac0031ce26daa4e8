import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "@/e2e/fixtures";
import { forgetStoredSettings, storeLocale } from "@/e2e/settings";
import { startSite } from "@/e2e/site";
import { privateDb } from "@/lib/db/private";
import { makeUser } from "@/lib/testing/make";

const mails = (page: Page, name: string) => page.getByRole("list", { name }).getByRole("listitem");
/** The last mail with a new password: the site goes on mailing what the tests before left it to do. */
const newest = (page: Page, name: string) =>
  mails(page, name)
    .filter({ hasText: /A new password|Neues Passwort/ })
    .first();
let colleagues = 0;

function removeMails(dataDir: string): void {
  fs.rmSync(path.join(dataDir, "mail"), { recursive: true });
}

/** Asks for a new password for somebody: the mail that is written holds a link. Returns the address. */
async function mailSomebody(page: Page): Promise<string> {
  const email = `colleague-${Date.now()}-${++colleagues}@example.org`;
  await makeUser({ role: "author", email, signsIn: true });
  const sent = () => privateDb.mail.count({ where: { id: { startsWith: "password-reset." }, state: "sent" } });
  const before = await sent();
  await page.request.post("/api/auth/forgot-password", { form: { email } });
  await expect.poll(sent).toBe(before + 1);
  return email;
}

test("where no mail server is set, an administrator reads what was mailed, and follows its link", async ({ signedInAs }) => {
  const { page, actor } = await signedInAs("administrator");
  const email = await mailSomebody(page);
  await page.goto("/admin");
  await page.getByRole("navigation").getByRole("link", { name: "Mail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mail" })).toBeVisible();
  const mail = newest(page, "Mail");
  await expect(mail).toContainText("A new password for Leserbrief");
  await expect(mail).toContainText("c…@e….org");
  expect(await page.content()).not.toContain(email);
  await expectAccessible(page);

  await mail.getByRole("button", { name: "Show “A new password for Leserbrief”" }).press("Enter");
  await expect(mail.getByRole("status")).toContainText("Open the link and choose one.");
  await expect(mail).toContainText(email);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  const { subjectId } = await privateDb.auditEvent.findFirstOrThrow({ where: { actorId: actor.id, act: "mail.show" } });
  expect(subjectId).toMatch(/^password-reset\./);
  await mail.getByRole("link", { name: /reset-password/ }).click();
  await expect(page.getByLabel("New password")).toBeVisible();
});

test("without JavaScript, and in German, a mail opens just as well; its file may be gone", async ({ noScript: page, site }) => {
  const administrator = `administrator-${Date.now()}@example.org`;
  await makeUser({ role: "administrator", email: administrator, signsIn: true });
  await signIn(page, administrator);
  await mailSomebody(page);
  await storeLocale("de");
  try {
    await page.goto("/admin/mail");
    await newest(page, "E-Mails")
      .getByRole("button", { name: /anzeigen$/ })
      .click();
    await expect(newest(page, "E-Mails")).toContainText("/admin/reset-password/");
    await page.goto("/admin/mail");
    removeMails(site.dataDir);
    await newest(page, "E-Mails").getByRole("button").click();
    await expect(newest(page, "E-Mails").getByRole("alert")).toBeVisible();
    await page.reload();
    await expect(newest(page, "E-Mails")).toContainText("Nicht mehr aufbewahrt");
  } finally {
    await forgetStoredSettings();
  }
});

test("who is no administrator finds no mail", async ({ signedInAs }) => {
  const { page } = await signedInAs("moderator");
  await page.goto("/admin");
  await expect(page.getByRole("navigation").getByRole("link", { name: "Comments" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Mail" })).toHaveCount(0);
  expect((await page.goto("/admin/mail"))?.status()).toBe(404);
});

test("with a mail server the panel tells what became of each mail, and to nobody whom it went to", async ({ site, browser }) => {
  const mailing = await startSite(site.databaseUrl, { SMTP_URL: "smtp://127.0.0.1:1", DATA_DIR: site.dataDir });
  const context = await browser.newContext({ baseURL: mailing.url });
  try {
    const email = `administrator-${Date.now()}@example.org`;
    await makeUser({ role: "administrator", email, signsIn: true });
    const failure = `EENVELOPE 5${Date.now()}`;
    await privateDb.mail.create({ data: { id: `published.${Date.now()}`, state: "failed", failure } });
    const page = await context.newPage();
    await signIn(page, email);
    await page.goto("/admin/mail");
    const mail = mails(page, "Mail").filter({ hasText: failure });
    await expect(mail).toContainText("Reply published");
    await expect(mail).toContainText("Not taken");
    await expect(page.getByRole("list", { name: "Mail" }).getByRole("button")).toHaveCount(0);
    await expectAccessible(page);
  } finally {
    await context.close();
    await mailing.stop();
  }
});
