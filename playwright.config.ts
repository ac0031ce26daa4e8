import { defineConfig } from "@playwright/test";
import { setEnvironment } from "@/e2e/environment";
import { findBrowser } from "./scripts/test/find-browser.mjs";

setEnvironment();

const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  // Two workers on two cores, each with its own server and database (e2e/fixtures.ts).
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  // What assistive technology is given of the three stories is documentation too.
  expect: { timeout: 15_000, toMatchAriaSnapshot: { pathTemplate: "docs/accessibility/{arg}{ext}" } },
  reporter: process.env.PLAYWRIGHT_REPORTER ?? "list",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findBrowser(), args: [...QUIET, "--disable-sync"] },
  },
});
