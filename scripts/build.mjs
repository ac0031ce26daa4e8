// npm run build: everything that the site runs from, each step only when something that it reads has changed.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import { fingerprint } from "./build/fingerprint.mjs";
import { bundleIslands } from "./build/islands.mjs";
import { bundlePrograms } from "./build/programs.mjs";
import { runChild } from "./start/child.mjs";
import { makeProgress } from "./start/progress.mjs";

const root = path.resolve(import.meta.dirname, "..");
const record = path.join(root, "build/built.json");
const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

/** By name: what a step reads (files and folders), one thing that it makes, and how. */
const STEPS = {
  client: {
    label: "Generating the database client",
    reads: ["prisma/schema.prisma"],
    makes: "lib/db/generated/client.ts",
    // It asks for an engine that it then does not use: any program will do, and nothing is downloaded.
    run: (signal) =>
      runChild(path.join(root, "node_modules/.bin/prisma"), ["generate"], {
        cwd: root,
        env: { ...env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
        signal,
      }),
  },
  programs: {
    label: "Bundling the server",
    reads: ["lib", "scripts", "prisma"],
    makes: "build/start.mjs",
    run: () => bundlePrograms(root),
  },
  islands: {
    label: "Bundling the readers' scripts",
    reads: ["components/public", "lib", "scripts/build"],
    makes: "build/islands/manifest.json",
    run: () => bundleIslands(root),
  },
  fonts: {
    label: "Making the fonts",
    reads: ["scripts/build/fonts.mjs"],
    makes: "build/fonts/fonts.css",
    // Loaded when it runs: what needs no fonts needs none of its packages.
    run: async () => (await import("./build/fonts.mjs")).makeFonts(root),
  },
  pages: {
    label: "Building the pages",
    reads: [
      "app",
      "components",
      "lib",
      "public",
      "build/fonts",
      "instrumentation.ts",
      "instrumentation-client.ts",
      "next.config.js",
      "package.json",
      "tsconfig.json",
    ],
    makes: ".next/BUILD_ID",
    // No page is made at build time, so nothing connects: the addresses only have to be there.
    run: (signal) =>
      runChild(process.execPath, [createRequire(import.meta.url).resolve("next/dist/bin/next"), "build"], {
        cwd: root,
        env: { ...env, DATABASE_URL: "postgres://build@127.0.0.1/build", SITE_SECRET: "build".repeat(8) },
        signal,
      }),
  },
};

/**
 * Builds those of the named steps that are stale: whose sources, or the installed packages, are not those of the last
 * build, or whose result is missing. Takes the steps' names in order, how to say what is under way, and a signal.
 */
export async function buildStale(names, step, signal) {
  for (const name of names) {
    const { label, reads, makes, run } = STEPS[name];
    const now = fingerprint(root, [...reads, "package-lock.json"]);
    if (built()[name] === now && fs.existsSync(path.join(root, makes))) continue;
    // While it is made again, what lies there is not trusted.
    note(name, undefined);
    await step(label, () => run(signal));
    note(name, now);
  }
}

function built() {
  return fs.existsSync(record) ? JSON.parse(fs.readFileSync(record, "utf8")) : {};
}

function note(name, hash) {
  fs.mkdirSync(path.dirname(record), { recursive: true });
  fs.writeFileSync(record, JSON.stringify({ ...built(), [name]: hash }));
}

if (process.argv[1] === import.meta.filename) {
  const { signal } = new AbortController();
  try {
    await buildStale(Object.keys(STEPS), makeProgress(signal), signal);
  } catch (error) {
    console.error(error.name === "Failure" ? error.message : error);
    process.exitCode = 1;
  }
}
