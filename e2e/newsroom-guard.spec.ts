import fs from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "@/e2e/fixtures";
import { ask, urlencoded } from "@/e2e/raw";
import { privateDb } from "@/lib/db/private";

const ID = "01890000-0000-7000-8000-000000000000";

/** The addresses of a folder's files of one name: groups left out, an id in the place of each parameter. */
function addressesOf(folder: string, name: string): string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.split("/").at(-1) === name);
  return files.map((file) => `/${folder}/${file}`.replace(/^\/app|\/\([^)]+\)|\/[^/]+$/g, "").replace(/\[[^\]]+\]/g, ID));
}

const pages = addressesOf("app/(newsroom)/admin", "page.tsx");
const routes = addressesOf("app/api", "route.ts");

test("every page of the newsroom leads to the sign-in page without a session [C13]", async ({ site }) => {
  expect(pages.length).toBeGreaterThan(4);
  for (const path of pages) {
    const { status, headers } = await ask(site.url, { path });
    expect([302, 303, 307], path).toContain(status);
    expect(new URL(String(headers.location), site.url).pathname, path).toBe("/admin/sign-in");
  }
});

test("nothing is changed from another site, whatever its form says [C15]", async ({ site, address }) => {
  const ours = { "x-forwarded-for": address, "content-type": "application/x-www-form-urlencoded" };
  expect(routes.length).toBeGreaterThan(3);
  for (const path of [...routes, ...pages]) {
    for (const origin of ["https://evil.example", "null", `${site.url}.evil.example`]) {
      const answer = await ask(site.url, { path, method: "POST", headers: { ...ours, origin }, body: "" });
      expect([403, 404, 405], `${path} from ${origin}: ${answer.status}`).toContain(answer.status);
    }
  }
});

test("a page of the newsroom takes no action without a session, nor one that names no origin [C15]", async ({ site, signedInAs }) => {
  const { page } = await signedInAs("administrator");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const action = { method: "POST", body: "[]" };
  const headers = { "content-type": "text/plain;charset=UTF-8", "next-action": "0".repeat(42) };
  for (const path of pages) {
    expect((await ask(site.url, { path, ...action, headers: { ...headers, origin: site.url } })).status, path).toBe(403);
    expect((await ask(site.url, { path, ...action, headers: { ...headers, cookie } })).status, path).toBe(403);
  }
});

test("a session is neither ended nor begun by a GET, and ends on the server [C13] [C15]", async ({ site, signedInAs }) => {
  const { page, actor } = await signedInAs("moderator");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const isIn = async () => (await ask(site.url, { path: "/admin", headers: { cookie } })).status === 200;
  // The events of the desk do not end; what they ask is who listens (lib/server/live-desk.test.ts).
  for (const path of routes.filter((each) => each !== "/api/desk/events")) await ask(site.url, { path, headers: { cookie } });
  expect(await isIn(), "signed in after every GET").toBe(true);
  await page.goto("/admin");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).not.toHaveURL(/\/admin(?!\/sign-in)/);
  expect(await isIn(), "the old cookie after signing out").toBe(false);
  expect(await privateDb.session.count({ where: { userId: actor.id, endedAt: null } })).toBe(0);
});

test("a wrong password and an unknown account are told the same, in an alert [C13]", async ({ page, site, address }) => {
  const told: string[] = [];
  for (const email of ["nobody@example.org", "admin@example.org"]) {
    await page.goto("/admin/sign-in");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    told.push(await page.getByRole("alert").innerText());
  }
  expect(told[0]).toBe(told[1]);
  const form = urlencoded({ email: "nobody@example.org", password: "x" });
  const answer = await ask(site.url, { path: "/api/auth/sign-in", ...form, headers: { ...form.headers, "x-forwarded-for": address } });
  expect(answer.headers["set-cookie"]).toBeUndefined();
});

const opened = pages.filter((address) => !address.includes(ID));
for (const [half, paths] of [opened.filter((_, n) => n % 2), opened.filter((_, n) => !(n % 2))].entries()) {
  test(`every page of the newsroom breaks no rule of WCAG 2.2 AA and begins with a skip link (half ${half + 1}) [C5]`, async ({
    signedInAs,
    publishedPost,
  }) => {
    test.slow();
    await publishedPost({ title: "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" });
    const { page } = await signedInAs("administrator");
    for (const path of paths) {
      await page.goto(path);
      for (const [colorScheme, width] of [
        ["light", 320],
        ["dark", 1440],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      }
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    }
  });
}

test("no page of the newsroom tries what its policy forbids, which Firefox would report", async ({ signedInAs }) => {
  const { page } = await signedInAs("administrator");
  // Where what was forbidden is caught, Chromium tells of it in an event alone; the fixture fails on what is reported.
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      reportError(new Error(`${event.violatedDirective} ${event.blockedURI}`)),
    );
  });
  for (const path of ["/admin/posts/new", "/admin/media", "/admin/settings", "/admin/account"]) {
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
