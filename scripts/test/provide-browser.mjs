import fs from "node:fs";
import { runChild } from "../start/child.mjs";
import { Failure } from "../start/progress.mjs";
import { findBrowser, HEADLESS_SHELL } from "./find-browser.mjs";

/**
 * The browser of the tests. On Debian as root, where there is none, its package without windows is installed.
 * Throws a Failure that says how to get one.
 */
export async function provideBrowser(step, signal) {
  if (!findBrowser() && mayInstall()) await step("Installing Chromium", () => installChromium(signal));
  const found = findBrowser();
  if (found) return found;
  throw new Failure("There is no browser for the tests: run `npx playwright install chromium`, or name one in CHROMIUM_PATH.");
}

function mayInstall() {
  return process.getuid?.() === 0 && fs.existsSync("/etc/debian_version");
}

async function installChromium(signal) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runChild("apt-get", ["update"], { env, signal });
  await runChild("apt-get", ["install", "--yes", "--no-install-recommends", HEADLESS_SHELL], { env, signal });
}
