import { expect, expectAccessible, test } from "@/e2e/fixtures";

test("without scripts: somebody who decides on replies chooses of what they are mailed, and finds the choice again", async ({
  signedInAs,
  browser,
  baseURL,
}) => {
  const { page } = await signedInAs("moderator");
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL });
  const plain = await context.newPage();
  await plain.goto("/admin/account#notices");
  const part = plain.locator("#notices");
  await expect(part.getByLabel("Replies that wait")).toHaveValue("soon");
  await part.getByLabel("Replies that wait").selectOption("daily");
  await part.getByLabel("New reports of readers").selectOption("never");
  await part.getByRole("button", { name: "Save mails" }).click();
  await expect(part.getByRole("status")).toHaveText("Your mails are saved.");
  await context.close();
  await page.goto("/admin/account");
  await expect(page.getByLabel("Replies that wait")).toHaveValue("daily");
  await expect(page.getByLabel("New reports of readers")).toHaveValue("never");
  await expect(page.getByLabel("New complaints of decisions")).toHaveValue("soon");
  await expectAccessible(page);
});
