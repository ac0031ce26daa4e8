import type { BrowserContext } from "@playwright/test";
import { expect, expectAccessible, expectAccessibleInBoth, expectNoSidewaysScroll, signIn, test } from "@/e2e/fixtures";
import { startProvider } from "@/e2e/provider";
import { startSite } from "@/e2e/site";
import { privateDb } from "@/lib/db/private";
import { makeUser, TEST_PASSWORD } from "@/lib/testing/make";
import { codeAt, giveSecondFactor } from "@/lib/testing/second-factor";

let people = 0;
const newAddress = () => `sign-in-${Date.now()}-${++people}@example.org`;

/** What a browser that holds the same cookies is answered at /admin. */
async function answerFor(context: BrowserContext, cookies: Awaited<ReturnType<BrowserContext["cookies"]>>): Promise<string> {
  await context.clearCookies();
  await context.addCookies(cookies);
  return new URL((await context.request.get("/admin")).url()).pathname;
}

test("who is not signed in is led to the sign-in page, and afterwards to the page that was asked for [C13]", async ({ page }) => {
  const email = newAddress();
  await makeUser({ email, role: "administrator", signsIn: true });
  await page.goto("/admin/settings");
  await expect(page.locator("form")).toHaveAttribute("method", "post");
  await expect(page.getByLabel("Email", { exact: true })).toHaveAttribute("autocomplete", "username");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("autocomplete", "current-password");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/admin/settings");
  await page.goto("/admin/sign-in");
  await expect(page).toHaveURL("/admin");
});

test("a wrong password and an unknown account get one alert, the same; the password does not come back [C13]", async ({ page }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  const alerts: string[] = [];
  for (const address of [email, newAddress()]) {
    await page.goto("/admin/sign-in");
    await page.getByLabel("Email").fill(address);
    await page.getByLabel("Password").fill("wrong");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in" }).click();
    expect((await answer).status()).toBe(401);
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(1);
    alerts.push(await page.getByRole("main").getByRole("alert").innerText());
    await expect(page.getByLabel("Email")).toHaveValue(address);
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page).toHaveTitle(/^Error: /);
  }
  expect(new Set(alerts).size).toBe(1);
  await expectAccessible(page);
});

test("after ten failed tries one is asked to try again later, and told when [C13]", async ({ page, request }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  for (let n = 0; n < 10; n++) expect((await request.post("/api/auth/sign-in", { form: { email, password: "wrong" } })).status()).toBe(401);
  await page.goto("/admin/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Sign in" }).click();
  expect((await answer).status()).toBe(429);
  expect(Number(await (await answer).headerValue("retry-after"))).toBeGreaterThan(0);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("try again later");
});

test("signing in and out works without JavaScript; signed out is signed out on the server, at once [C13]", async ({ noScript: page }) => {
  const email = newAddress();
  await makeUser({ email, name: "Grace Hopper", role: "moderator", signsIn: true });
  await signIn(page, email);
  await expect(page).toHaveURL("/admin");
  await expect(page.getByRole("link", { name: /Grace Hopper/ })).toBeVisible();
  const cookies = await page.context().cookies();
  expect(cookies).toEqual([expect.objectContaining({ name: "leserbrief-session", httpOnly: true, sameSite: "Lax", path: "/" })]);
  expect(await answerFor(page.context(), cookies)).toBe("/admin");
  await page.goto("/admin");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/admin/sign-in");
  expect(await page.context().cookies()).toEqual([]);
  expect(await answerFor(page.context(), cookies)).toBe("/admin/sign-in");
});

test("a second factor is asked for after the password, on every way in, and a code counts once [C13]", async ({ page, noScript }) => {
  const email = newAddress();
  const user = await makeUser({ email, signsIn: true });
  await signIn(page, email);
  await page.goto("/admin/account");
  await page.getByRole("link", { name: "Set up second factor" }).click();
  await page.getByLabel("Current password").fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Set up second factor" }).click();
  await expect(page.getByRole("img", { name: "QR code for your app" })).toBeVisible();
  await expectAccessible(page);
  const secret = (await page.locator("code").first().innerText()).replaceAll(" ", "");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByLabel("Code", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Code", { exact: true }).fill(codeAt(secret, new Date()));
  await page.getByRole("button", { name: "Turn on" }).click();
  const codes = page.getByRole("region", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery = ""] = await codes.allInnerTexts();
  await expectAccessible(page);
  await page.reload();
  await expect(codes, "shown once").toHaveCount(0);

  await signIn(noScript, email);
  await expect(noScript).toHaveURL("/admin/second-factor");
  expect((await noScript.context().cookies()).map(({ name }) => name)).toEqual(["leserbrief-second-factor"]);
  for (const path of ["/admin", "/admin/account"]) {
    await noScript.goto(path);
    await expect(noScript, "the challenge is no session").toHaveURL(/sign-in/);
  }
  await noScript.goto("/admin/second-factor?callbackUrl=/admin/account");
  await noScript.getByLabel("Code", { exact: true }).fill("000000");
  await noScript.getByRole("button", { name: "Go on" }).click();
  await expect(noScript.getByRole("main").getByRole("alert")).toHaveText(/not right, or was used before/);
  await expect(noScript).toHaveTitle(/^Error: /);
  await noScript.getByLabel("Code", { exact: true }).fill(recovery);
  await noScript.getByRole("button", { name: "Go on" }).click();
  await expect(noScript).toHaveURL("/admin/account");
  expect((await noScript.context().cookies()).map(({ name }) => name)).toEqual(["leserbrief-session"]);
  await expect(noScript.getByText("9 recovery codes are left.")).toBeVisible();
  expect(await privateDb.session.count({ where: { userId: user.id, endedAt: null } })).toBe(2);
});

test("an OpenID Connect provider signs in who works here, and asks for their second factor here [C13]", async ({ browser, site }) => {
  const [name, stranger] = [`person-${Date.now()}`, `unverified-${Date.now()}`];
  const user = await makeUser({ email: `${name}@example.org`, signsIn: true });
  await makeUser({ email: `${stranger}@example.org`, signsIn: true });
  const provider = await startProvider();
  const connected = await startSite(site.databaseUrl, provider.settings);
  provider.knows(connected.url);
  const enter = async (who: string) => {
    const page = await browser.newPage({ baseURL: connected.url });
    await page.goto("/admin/account");
    await page.getByRole("link", { name: "Sign in with Harbour Login" }).click();
    await page.locator("[name=login]").fill(who);
    await page.locator("[name=password]").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    return page;
  };
  const page = await enter(name);
  await expect(page).toHaveURL("/admin/account");
  await expect(page.getByText("Your account is connected")).toBeVisible();
  expect((await page.context().cookies(connected.url)).map((cookie) => cookie.name)).toContain("leserbrief-session");
  const refused = await enter(stranger);
  await expect(refused.getByRole("main").getByRole("alert")).toContainText("Signing in with Harbour Login did not work");
  await expectAccessible(refused);

  const secret = await giveSecondFactor(user.id);
  const again = await enter(name);
  await expect(again).toHaveURL("/admin/second-factor?callbackUrl=%2Fadmin%2Faccount");
  await again.goto("/admin");
  await expect(again, "the provider's word alone is no session").toHaveURL(/sign-in/);
  await again.goto("/admin/second-factor");
  await again.getByLabel("Code", { exact: true }).fill(codeAt(secret, new Date()));
  await again.getByRole("button", { name: "Go on" }).click();
  await expect(again).toHaveURL("/admin");

  const answer = await again.request.get(`${connected.url}/api/auth/callback/oidc?code=stolen&state=forged`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([303, "/admin/sign-in?done=provider"]);
  for (const opened of [page, refused, again]) await opened.context().close();
  await connected.stop();
  await provider.close();
});

for (const elsewhere of ["//evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example/admin", "/\\evil.example"]) {
  test(`signing in never leads to ${elsewhere} [C13]`, async ({ page }) => {
    const email = newAddress();
    await makeUser({ email, signsIn: true });
    await page.goto(`/admin/sign-in?callbackUrl=${encodeURIComponent(elsewhere)}`);
    await page.locator("[name=callbackUrl]").evaluate((input: HTMLInputElement, value) => (input.value = value), elsewhere);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(TEST_PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/admin");
  });
}

test("one can sign in under each loopback name: the way on is relative, the cookie that host's own [C13]", async ({ request, site }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  const here = site.url.replace("localhost", "127.0.0.1");
  const form = { email, password: TEST_PASSWORD };
  const answer = await request.post(`${here}/api/auth/sign-in`, { form, headers: { origin: here }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toBe("/admin");
  expect(answer.headers()["set-cookie"]).not.toContain("Domain");
  expect(new URL((await request.get(`${here}/admin`)).url()).href).toBe(`${here}/admin`);
});

test("a form of another site signs nobody in [C15]", async ({ request }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  for (const origin of ["https://evil.example", "null"]) {
    const answer = await request.post("/api/auth/sign-in", {
      form: { email, password: TEST_PASSWORD },
      headers: { origin },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
});

test("under https the session cookie is Secure and __Host- [C16]", async ({ request, site, address }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  const secure = await startSite(site.databaseUrl, { SITE_URL: "https://news.example" });
  const options = { form: { email, password: TEST_PASSWORD }, headers: { "x-forwarded-for": address }, maxRedirects: 0 };
  const answer = await request.post(`${secure.url}/api/auth/sign-in`, options);
  expect(answer.headers()["set-cookie"]).toMatch(
    /^__Host-leserbrief-session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
  );
  await secure.stop();
});

test("the sign-in page speaks German where the site does [C13]", async ({ browser, site }) => {
  const email = newAddress();
  await makeUser({ email, signsIn: true });
  const german = await startSite(site.databaseUrl, { SITE_LOCALE: "de" });
  const page = await browser.newPage({ baseURL: german.url });
  await page.goto("/admin");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: "Abmelden" }).click();
  await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.close();
  await german.stop();
});

test("the ways in are accessible and fit 320 pixels, light and dark", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ["/admin/sign-in", "/admin/forgot-password", "/admin/invitation/none", "/admin/reset-password/none"]) {
    await page.goto(path);
    await expectAccessibleInBoth(page);
    await expectNoSidewaysScroll(page);
  }
});
