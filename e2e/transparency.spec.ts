import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { figuresOf } from "@/lib/transparency/schema";

test("an administrator has the numbers published: readers find them in the footer, the same as a page, CSV and JSON", async ({
  signedInAs,
  noScript,
  request,
}) => {
  test.slow();
  const { page } = await signedInAs("administrator");
  expect((await request.get("/transparency")).status()).toBe(404);
  await page.goto("/admin/settings/law");
  await page.getByLabel("Publish the report").selectOption("half");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("status")).toContainText("The settings are saved");
  try {
    await noScript.goto("/transparency");
    await expect(noScript.getByText("There is no report yet")).toBeVisible();
    const figures = figuresOf({ reports: { insult: { received: 1234, medianSeconds: 7200 } }, rules: { spamWords: { decided: 5 } } });
    await privateDb.$transaction(async (tx) => {
      await tx.transparencyReport.create({ data: { period: "2025-h1", until: new Date("2025-07-01"), figures } });
      await markChanged(tx, tags.transparency());
    });
    await noScript.goto("/");
    await noScript.getByRole("contentinfo").getByRole("link", { name: "Transparency" }).click();
    await expect(async () => {
      await noScript.reload();
      await expect(noScript.getByRole("link", { name: "first half of 2025" })).toBeVisible({ timeout: 500 });
    }).toPass();
    await noScript.getByRole("link", { name: "first half of 2025" }).click();
    await expect(noScript.getByRole("row", { name: /insult/i })).toContainText("1,234");
    await expect(noScript.getByRole("row", { name: /insult/i })).toContainText("2 hours");
    await expect(noScript.getByRole("row", { name: "word on the spam list" })).toContainText("5");
    const csv = await request.get("/transparency/2025-h1/report.csv");
    expect(csv.headers()["content-type"]).toContain("text/csv");
    expect(await csv.text()).toContain("reports,insult,received,1234\r\n");
    expect(await (await request.get("/transparency/2025-h1/report.json")).json()).toMatchObject({ period: "2025-h1", figures });
    expect((await request.get("/transparency/2025-h2")).status()).toBe(404);
    await page.goto("/transparency/2025-h1");
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
  } finally {
    await page.goto("/admin/settings/law");
    await page.getByLabel("Publish the report").selectOption("none");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByRole("status")).toContainText("The settings are saved");
  }
  expect((await request.get("/transparency/2025-h1/report.csv")).status()).toBe(404);
});

test("a moderator looks at the numbers of any days, as a page and as files; others get neither", async ({ signedInAs, request }) => {
  const { page } = await signedInAs("moderator");
  await page.goto("/admin/comments");
  await page.getByRole("link", { name: "Transparency" }).click();
  await expect(page.getByRole("heading", { name: /^Transparency report: (first|second) half of/ })).toBeVisible();
  await page.getByLabel("First day").fill("2025-03-02");
  await page.getByLabel("Last day").fill("2025-03-01");
  await page.getByRole("button", { name: "Show numbers" }).click();
  await expect(page.getByText("Please choose two days")).toBeVisible();
  await expect(page.getByLabel("First day")).toHaveValue("2025-03-02");
  await page.getByLabel("Last day").fill("2025-03-31");
  await page.getByRole("button", { name: "Show numbers" }).click();
  await expect(page.getByRole("heading", { name: "Transparency report: March 2 – 31, 2025" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Complaints of decisions" }).getByRole("row")).toHaveCount(3);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  const file = await page.request.get((await page.getByRole("link", { name: "CSV file" }).getAttribute("href")) ?? "");
  expect(await file.text()).toMatch(/^part,item,measure,value\r\nreports,/);
  const { page: author } = await signedInAs("author");
  expect((await author.request.get("/api/transparency?period=2025&format=csv")).status()).toBe(403);
  expect((await request.get("/api/transparency?period=2025&format=csv")).status()).toBe(403);
});
