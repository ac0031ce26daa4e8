// Which browser the tests use: Playwright's own, else the one that CHROMIUM_PATH names, else the system's Chromium.
import fs from "node:fs";
import { chromium } from "@playwright/test";

/** Debian's package, the same program without windows: the tests take two thirds of the time in it. */
export const HEADLESS_SHELL = "chromium-headless-shell";

/** The browser's path, or undefined where there is none. */
export function findBrowser() {
  const known = [chromium.executablePath(), process.env.CHROMIUM_PATH, `/usr/bin/${HEADLESS_SHELL}`, "/usr/bin/chromium"];
  return known.find((file) => file && fs.existsSync(file));
}
