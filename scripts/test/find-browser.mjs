// Which browser the tests use: Playwright's own, else the one that CHROMIUM_PATH names, else the system's Chromium.
import fs from "node:fs";
import { chromium } from "@playwright/test";

export function findBrowser() {
  return [chromium.executablePath(), process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((file) => file && fs.existsSync(file));
}
