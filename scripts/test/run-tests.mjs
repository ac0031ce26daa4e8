import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runChild } from "../start/child.mjs";
import { install, isInstalled } from "../start/install.mjs";
import { oneAtATime } from "../start/one-at-a-time.mjs";
import { makeProgress } from "../start/progress.mjs";
import { makeTally } from "./tally.mjs";
import { playwrightCounts, vitestCounts } from "./reports.mjs";
import { forwardSignals, runVisibly } from "./visible.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const bin = (name) => path.join(root, "node_modules/.bin", name);
const SOURCES = ["app", "components", "lib", "scripts", "prisma", "e2e"];

const SETTINGS = new Set([
  ...["PORT", "HOST", "SITE_URL", "DATA_DIR", "DATABASE_URL", "SITE_SECRET", "TRUSTED_PROXIES"],
  ...["ADMIN_EMAIL", "ADMIN_PASSWORD", "SMTP_URL", "SITE_LOCALE", "SITE_TIME_ZONE", "NODE_ENV"],
]);

/** What looks at the code without running it: each counts as one. Two lists that take the same time, the second with the build. */
const STYLE = [
  ["Lint", "oxlint", []],
  ["Formatting", "prettier", ["--check", "."]],
];
const STRUCTURE = [
  // The native compiler, by its path: the one that dependency-cruiser needs has a program of the same name.
  ["Types", "../typescript-7/bin/tsc", ["--noEmit"]],
  ["What may import what", "depcruise", ["--config", ".dependency-cruiser.mjs", ...SOURCES]],
];

/**
 * Runs every check and goes on after one that fails, where the next does not rest on it: two programs at a time, which
 * is what two cores carry. Says what is under way and how long it took; closes with `N passed, N failed`. Brings its own
 * databases, data folders and ports: the user's data, .env and settings are never looked at. Returns the exit code: 0,
 * 1, or 130 when it was stopped.
 */
export async function runTests() {
  process.chdir(root);
  forgetSettings();
  const signal = forwardSignals();
  const step = makeProgress(signal);
  const tally = makeTally();
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), "leserbrief-reports-"));
  const build = async (...names) => oneAtATime(root, signal, async () => (await import("../build.mjs")).buildStale(names, step, signal));
  try {
    if (!(await tally.needs(() => prepare(step, signal, build)))) return tally.close();
    const look = async (checks) => {
      for (const [label, tool, args] of checks)
        await tally.check(() => step(label, () => runChild(bin(tool), args, { cwd: root, signal })));
    };
    const lookAndBuild = async () => {
      await look(STRUCTURE);
      return tally.needs(() => build("client", "programs", "islands", "fonts", "pages"));
    };
    const [isBuilt] = await both(lookAndBuild(), look(STYLE));
    const units = path.join(reports, "vitest.json");
    await tally.run(
      () =>
        runVisibly("Unit and integration tests", bin("vitest"), [
          "run",
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${units}`,
        ]),
      () => vitestCounts(units),
    );
    if (!isBuilt) return tally.close();
    // Loaded late: it asks Playwright, which a fresh clone has only by now.
    const { provideBrowser } = await import("./provide-browser.mjs");
    const hasBrowser = await tally.needs(async () => (process.env.CHROMIUM_PATH = await provideBrowser(step, signal)));
    if (!hasBrowser) return tally.close();
    const visits = path.join(reports, "playwright.json");
    await tally.run(
      () =>
        runVisibly("The site in a browser", bin("playwright"), ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: visits }),
      () => playwrightCounts(visits),
    );
    return tally.close();
  } catch (error) {
    if (error.name !== "Stopped") throw error;
    return 130;
  } finally {
    fs.rmSync(reports, { recursive: true });
  }
}

/** Two pieces of work at once: both have ended when this returns their values or throws what one of them threw. */
async function both(...work) {
  const ended = await Promise.allSettled(work);
  for (const { status, reason } of ended) if (status === "rejected") throw reason;
  return ended.map(({ value }) => value);
}

/** What the checks themselves need: packages, the database's client, and Next's types. */
async function prepare(step, signal, build) {
  await oneAtATime(root, signal, async () => {
    if (!isInstalled(root)) await step("Installing packages", () => install(root, signal));
  });
  await build("client");
  if (!fs.existsSync(path.join(root, "next-env.d.ts"))) {
    await step("Generating Next's types", () => runChild(bin("next"), ["typegen"], { cwd: root, signal }));
  }
}

/** The settings of whoever runs the tests are theirs, not the tests'. */
function forgetSettings() {
  process.env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.has(name)));
}
