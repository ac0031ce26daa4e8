import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "@/e2e/fixtures";
import { forgetStoredSettings } from "@/e2e/settings";
import type { Site } from "@/e2e/site";
import { privateDb } from "@/lib/db/private";
import { makeUser, TEST_PASSWORD } from "@/lib/testing/make";

const PASSWORD = "a password of one's own";
let people = 0;
const newAddress = () => `people-${Date.now()}-${++people}@example.org`;

/** The link in the mail that the site wrote to an address. */
async function linkMailedTo(site: Site, address: string): Promise<string> {
  const folder = path.join(site.dataDir, "mail");
  const links = () => {
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith(".eml")) : [];
    const texts = files.map((file) => fs.readFileSync(path.join(folder, file), "utf8"));
    return texts.filter((text) => text.includes(`To: ${address}`)).flatMap((text) => /^http\S+$/m.exec(text) ?? []);
  };
  await expect.poll(links, { message: `a mail to ${address}`, timeout: 20_000 }).toHaveLength(1);
  return links()[0] ?? "";
}

const line = (page: Page, name: string) => page.getByRole("list", { name: "Users" }).getByRole("listitem").filter({ hasText: name });

test("a colleague who is invited by a link chooses name and password, and works by their role", async ({ signedInAs, noScript, site }) => {
  const email = newAddress();
  const { page } = await signedInAs("administrator");
  await page.goto("/admin/users");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption("Moderator");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${email} is invited.` })).toBeVisible();
  const link = await linkMailedTo(site, email);
  await expect(page.getByLabel("Invitation link")).toHaveValue(link);
  await expect(line(page, email)).toContainText("invited");

  await noScript.goto(link);
  await noScript.getByLabel("Name").fill("Grace Hopper");
  await noScript.getByLabel("New password").fill("too short");
  await noScript.getByRole("button", { name: "Join the newsroom" }).click();
  await expect(noScript.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  await expect(noScript.getByText("A password needs at least 12 characters.")).toBeVisible();
  await expect(noScript.getByLabel("Name")).toHaveValue("Grace Hopper");
  await noScript.getByLabel("New password").fill(PASSWORD);
  await noScript.getByRole("button", { name: "Join the newsroom" }).click();
  await expect(noScript.getByRole("status")).toHaveText("Your password is set. You can sign in with it now.");
  await signIn(noScript, email, PASSWORD);
  const sections = noScript.getByRole("navigation", { name: "Newsroom" }).getByRole("link");
  await expect(sections).toHaveText([/^Overview/, /^Comments/, "Commenters"]);
  expect((await noScript.goto("/admin/users"))?.status(), "moderators have no list of users [C15]").toBe(404);
  await noScript.goto(link);
  await expect(noScript.getByRole("alert")).toContainText("used up or too old");
});

test("who forgot the password gets a link, sets a new one, and every open session ends", async ({ page, noScript, site }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  await signIn(page, email);
  await noScript.goto("/admin/sign-in");
  await noScript.getByRole("link", { name: "Forgot your password?" }).click();
  for (const address of [newAddress(), email]) {
    await noScript.goto("/admin/forgot-password");
    await noScript.getByLabel("Email").fill(address);
    await noScript.getByRole("button", { name: "Send link" }).click();
    await expect(noScript.getByRole("status"), "the same for known and unknown").toContainText("If an account has this address");
  }
  await noScript.goto(await linkMailedTo(site, email));
  await noScript.getByLabel("New password").fill(PASSWORD);
  await noScript.getByRole("button", { name: "Set password" }).click();
  await expect(noScript.getByRole("status")).toContainText("Your password is set.");
  await page.reload();
  await expect(page, "the session of before has ended").toHaveURL("/admin/sign-in");
  await signIn(noScript, email, PASSWORD);
});

test("a deactivated user is out within a second, and in again when reactivated", async ({ signedInAs, page }) => {
  const [email, name] = [newAddress(), `Leaving ${people}`];
  await makeUser({ email, name, role: "editor", signsIn: true });
  await signIn(page, email);
  const { page: desk } = await signedInAs("administrator");
  await desk.goto("/admin/users");
  await line(desk, name)
    .getByRole("button", { name: `Deactivate: ${name}` })
    .click();
  await expectAccessible(desk);
  await desk.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(line(desk, name)).toContainText("active");
  await expect(line(desk, name).getByRole("button", { name: `Deactivate: ${name}` }), "the focus is given back").toBeFocused();
  await line(desk, name)
    .getByRole("button", { name: `Deactivate: ${name}` })
    .click();
  await desk.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(line(desk, name).getByRole("status")).toHaveText("The account is deactivated.");
  await expect(line(desk, name).getByRole("button", { name: `Reactivate: ${name}` }), "the focus stays in the line").toBeFocused();
  await page.goto("/admin");
  await expect(page).toHaveURL("/admin/sign-in");
  await line(desk, name)
    .getByRole("button", { name: `Reactivate: ${name}` })
    .click();
  await expect(line(desk, name).getByRole("status")).toHaveText("The account is active again.");
  await signIn(page, email);
});

test("another role counts at the next request; nobody changes their own", async ({ signedInAs, page }) => {
  const [email, name] = [newAddress(), `Changing ${people}`];
  await makeUser({ email, name, role: "author", signsIn: true });
  await signIn(page, email);
  const { page: desk } = await signedInAs("administrator");
  await desk.goto("/admin/users");
  await line(desk, name).getByLabel(`Role of ${name}`).selectOption("Editor");
  await line(desk, name).getByRole("button", { name: "Change role" }).click();
  await expect(line(desk, name).getByRole("status")).toHaveText("The role is changed.");
  await page.goto("/admin");
  await expect(page.getByRole("link", { name: /^Comments/ })).toBeVisible();
  const own = line(desk, "(you)");
  await expect(own.getByLabel(/^Role of/)).toBeDisabled();
  await expect(own.getByRole("button")).toHaveCount(0);
});

test("in a newsroom of many the newest stand first, and anybody is found by name or address", async ({ signedInAs }) => {
  const [email, name] = [newAddress(), `Found ${people}`];
  await makeUser({ email, name });
  const crowd = Array.from({ length: 100 }, (_, index) => ({
    email: `${index}-${newAddress()}`,
    name: "One of many",
    role: "author" as const,
  }));
  await privateDb.user.createMany({ data: crowd });
  const { page: desk } = await signedInAs("administrator");
  await desk.goto("/admin/users");
  await expect(line(desk, "(you)"), "who came last").toBeVisible();
  await expect(line(desk, name), "beyond the first hundred").toHaveCount(0);
  for (const part of [name.toLowerCase(), email]) {
    await desk.getByLabel("Search by name or address").fill(part);
    await desk.getByRole("button", { name: "Search" }).click();
    await expect(line(desk, name)).toHaveCount(1);
    await expect(desk.getByLabel("Search by name or address")).toHaveValue(part);
  }
  await expectAccessible(desk);
  await desk.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(desk);
  await desk.getByLabel("Search by name or address").fill("nobody of this name");
  await desk.getByRole("button", { name: "Search" }).click();
  await expect(desk.getByText("Nobody was found.")).toBeVisible();
  await desk.goto("/admin/users");
  await desk.getByRole("link", { name: "Next" }).click();
  await expect(line(desk, name)).toBeVisible();
  await desk.getByRole("link", { name: "Back to the beginning" }).click();
  await expect(line(desk, "(you)")).toBeVisible();
});

test("a changed password ends the other sessions, not this one; without the present one nothing changes", async ({ page, noScript }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  await signIn(page, email);
  await signIn(noScript, email);
  await page.goto("/admin/account");
  await page.getByLabel("Current password").fill("wrong");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByLabel("Current password")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Current password")).toBeFocused();
  await page.getByLabel("Current password").fill(TEST_PASSWORD);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your password is changed." })).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL("/admin/account");
  await noScript.goto("/admin");
  await expect(noScript).toHaveURL("/admin/sign-in");
});

test("one's own profile is changed without JavaScript too", async ({ noScript: page }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  await signIn(page, email);
  await page.goto("/admin/account");
  await page.getByLabel("Name").fill("Ada King");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByRole("status").first()).toHaveText("Your profile is saved.");
  await expect(page.getByRole("link", { name: /Ada King/ })).toBeVisible();
});

test("one sees where one is signed in, and ends another browser's session at once", async ({ page, noScript }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  await signIn(noScript, email);
  await signIn(page, email);
  await page.goto("/admin/account");
  const sessions = page.getByRole("list", { name: "Where you are signed in" }).getByRole("listitem");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: "this browser" }).getByRole("button")).toHaveCount(0);
  await sessions.getByRole("button", { name: /^End: / }).click();
  await expect(page.getByRole("status").filter({ hasText: "The session has ended." })).toBeVisible();
  await expect(sessions).toHaveCount(1);
  await noScript.goto("/admin");
  await expect(noScript).toHaveURL("/admin/sign-in");
});

test("a by-line leads to its author's page, which holds their words and posts, and changes at once", async ({
  signedInAs,
  page,
  publishedPost,
}) => {
  const { page: desk, actor } = await signedInAs("author");
  const [post, other] = [await publishedPost({ title: "Under a name" }), await publishedPost({ title: "Somebody else's" })];
  await privateDb.postAuthor.create({ data: { postId: post.id, userId: actor.id, position: 0 } });
  const slug = `author-${Date.now()}`;
  await desk.goto("/admin/account");
  await desk.getByLabel("Name").fill("Ada <King> & Co");
  await desk.getByLabel("Address of your author page").fill(slug);
  await desk.getByLabel("About you").fill("First words.\n\n</script><b>Second</b> words.");
  await desk.getByRole("button", { name: "Save profile" }).click();
  await expect(desk.getByRole("status").filter({ hasText: "Your profile is saved." })).toBeVisible();
  await page.goto(`/${post.slug}`);
  await page.getByRole("link", { name: "Ada <King> & Co" }).click();
  await expect(page).toHaveURL(`/author/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada <King> & Co");
  await expect(page.getByText("</script><b>Second</b> words.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Under a name" })).toBeVisible();
  await expect(page.getByRole("link", { name: other.title })).toHaveCount(0);
  const data = JSON.parse(await page.locator("script[type='application/ld+json']").first().innerText()) as unknown;
  expect(data).toMatchObject({ "@type": "ProfilePage", mainEntity: { "@type": "Person", name: "Ada <King> & Co" } });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await desk.getByLabel("Address of your author page").fill(`${slug}-now`);
  await desk.getByRole("button", { name: "Save profile" }).click();
  await expect(async () => {
    await page.goto(`/author/${slug}`);
    await expect(page).toHaveURL(`/author/${slug}-now`, { timeout: 500 });
  }).toPass();
  await desk.getByLabel("Address of your author page").fill("");
  await desk.getByRole("button", { name: "Save profile" }).click();
  await expect.poll(async () => (await page.request.get(`/author/${slug}`)).status(), { timeout: 2000 }).toBe(404);
});

test("an administrator's settings hold on readers' pages within a second; a wrong one is marked", async ({ signedInAs, request }) => {
  const { page } = await signedInAs("administrator");
  await page.goto("/admin/settings");
  await page.getByLabel("Name of the site").fill(" ");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByLabel("Name of the site")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name of the site").fill("The Harbour Letter");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("status").filter({ hasText: "saved" })).toBeVisible();
  await expect.poll(async () => (await request.get("/")).text(), { timeout: 1000 }).toContain("The Harbour Letter");
  await forgetStoredSettings();
  await expect.poll(async () => (await request.get("/")).text()).not.toContain("The Harbour Letter");
});
