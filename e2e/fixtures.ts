import fs from "node:fs";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import type axe from "axe-core";
import { templateUrl, workerMark } from "@/e2e/environment";
import { startSite, type Site } from "@/e2e/site";
import type { Role } from "@/lib/db/generated/enums";
import { privateDb } from "@/lib/db/private";
import { makePost, makeUser, TEST_PASSWORD } from "@/lib/testing/make";
import { cloneTemplate } from "@/lib/testing/clone";
import type { Actor } from "@/lib/users/policy";

export { expect };

/** A user of the newsroom and the page in which they are signed in. */
export interface SignedIn {
  page: Page;
  actor: Actor;
}

interface WorkerFixtures {
  /** The production server of this worker, on its own database. lib/db's clients in the test read that database too. */
  site: Site;
}

interface TestFixtures {
  /** The address that this test's readers come from (X-Forwarded-For; one proxy is trusted), used by no other test. */
  address: string;
  /** A page whose browser runs no scripts. */
  noScript: Page;
  /** Makes a user of this role and signs them in, in a browser context of their own. Its page is still empty. */
  signedInAs: (role: Role) => Promise<SignedIn>;
  /** Makes a published post. Its page is there at once; a list that is kept already hears of it within moments. */
  publishedPost: (given?: Parameters<typeof makePost>[0]) => ReturnType<typeof makePost>;
  /** Set it to true where a test provokes what the browser reports itself, such as a lost network. */
  mayComplain: { console: boolean };
}

/** Playwright's test with a site of its own. Every page also fails its test by console output or a request that leaves the site. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await startSite(await cloneTemplate(templateUrl(), workerMark));
      await use(site);
      await privateDb.$disconnect();
      expect(await site.stop(), "the site's exit code").toBe(0);
    },
    { scope: "worker", auto: true },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  address: async ({}, use, { workerIndex }) => use(nextAddress(workerIndex)),
  extraHTTPHeaders: async ({ address }, use) => use({ "x-forwarded-for": address }),
  mayComplain: async ({}, use) => use({ console: false }),
  // Made for the tests alone that open a page: many only ask the server.
  context: async ({ context, mayComplain, site }, use) => {
    const heard = listen(context, site.url);
    await use(context);
    if (!mayComplain.console) expect(heard, "console output, and requests that left the site").toEqual([]);
  },
  noScript: async ({ browser, extraHTTPHeaders, site }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url, extraHTTPHeaders });
    await use(await context.newPage());
    await context.close();
  },
  signedInAs: async ({ browser, extraHTTPHeaders, mayComplain, site }, use) => {
    const contexts: BrowserContext[] = [];
    const heard: string[][] = [];
    await use(async (role) => {
      const email = `${role}-${Date.now()}-${contexts.length}@example.org`;
      const actor = await makeUser({ role, email, signsIn: true });
      const context = await browser.newContext({ baseURL: site.url, extraHTTPHeaders });
      contexts.push(context);
      heard.push(listen(context, site.url));
      // As the form does it (e2e/sign-in.spec.ts), without its page.
      const form = { email, password: TEST_PASSWORD };
      expect((await context.request.post("/api/auth/sign-in", { form, maxRedirects: 0 })).status(), "signing in").toBe(303);
      return { page: await context.newPage(), actor };
    });
    for (const context of contexts) await context.close();
    if (!mayComplain.console) expect(heard.flat(), "console output, and requests that left the site").toEqual([]);
  },
  publishedPost: async ({ site: _site }, use) => use((given) => makePost({ status: "published", ...given })),
});

/** Signs in through the form, as CONTRACT.md 13 describes it, and waits until the newsroom is there. */
export async function signIn(page: Page, email: string, password = TEST_PASSWORD): Promise<void> {
  await page.goto("/admin");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Password")).toHaveCount(0);
}

/**
 * Fails with each rule of WCAG 2.2 A and AA that the page breaks, and where (axe). In the page itself and in one go: no
 * page of this site holds a frame, which axe would have to be asked about apart.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(page.frames(), "frames, which axe does not look into").toHaveLength(1);
  // Within the newsroom React takes the old page's title away a moment before the new page's is there.
  await expect(page).toHaveTitle(/./);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE); // Half a megabyte: once a page.
  const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  expect(await page.evaluate(violationsOf, levels)).toEqual([]);
}

/** The same in light, then in dark, where the page follows the reader's choice at once. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await test.step(colorScheme, () => expectAccessible(page));
  }
}

const AXE = fs.readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** Runs in the browser. */
async function violationsOf(levels: string[]): Promise<string[]> {
  const { axe: loaded } = window as unknown as { axe: typeof axe };
  // What passed is not written down: that takes longer than the looking.
  const { violations } = await loaded.run(document, { runOnly: levels, resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Fails when the page is wider than its window (WCAG 1.4.10 asks for 320 CSS pixels). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(width[0], "the page's width").toBeLessThanOrEqual(width[1]);
}

/** Collects what a context's pages print and what they ask of other origins. */
function listen(context: BrowserContext, origin: string): string[] {
  const heard: string[] = [];
  context.on("console", (message) => {
    // The browser itself notes every 4xx answer; a refused form is one on purpose.
    if (!/^Failed to load resource: .* status of 4\d\d/.test(message.text())) heard.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => heard.push(String(error.error())));
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin) heard.push(`request to ${request.url()}`);
  });
  return heard;
}

let addresses = 0;
/** 2001:db8::/32 is for documentation; the site counts by /64. */
function nextAddress(worker: number): string {
  addresses++;
  return `2001:db8:${worker.toString(16)}:${addresses.toString(16)}::1`;
}
