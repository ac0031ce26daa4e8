import fs from "node:fs";
import path from "node:path";
import { install, isInstalled } from "./install.mjs";
import { oneAtATime } from "./one-at-a-time.mjs";
import { makeProgress } from "./progress.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const STOP_SECONDS = 40;
const PARENT_MS = 250;

/**
 * Runs a command of package.json: installs and builds what is missing or stale, then calls `main` of
 * `scripts/NAME.ts` (bundled to build/NAME.mjs) with its arguments and what it needs to say how far it is.
 * Ends the process: with 0, or with 1 and a plain line for whatever a person can mend.
 */
export async function runCommand(name, { mode = "production" } = {}) {
  process.chdir(root);
  // The environment wins over .env.
  if (fs.existsSync(".env")) process.loadEnvFile(".env");
  process.env.NODE_ENV = mode;
  const signal = stopSignal();
  const step = makeProgress(signal);
  // Whoever reads our output may leave first.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    const build = (...steps) => oneAtATime(root, signal, async () => (await import("../build.mjs")).buildStale(steps, step, signal));
    await oneAtATime(root, signal, async () => {
      if (!isInstalled(root)) await step("Installing packages", () => install(root, signal));
    });
    await build("client", "programs");
    const { main } = await import(path.join(root, "build", `${name}.mjs`));
    await main({ root, args: process.argv.slice(2), step, signal, build });
    process.exit();
  } catch (error) {
    if (signal.aborted && ["Stopped", "AbortError"].includes(error.name)) process.exit(130);
    console.error(error.name === "Failure" ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}

/**
 * Aborted by Ctrl-C, SIGTERM or the terminal's end, and by a defect that nothing caught. A signal may come twice
 * (npm passes on what its group got as well): the second changes nothing.
 */
function stopSignal() {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
    setTimeout(() => process.exit(1), STOP_SECONDS * 1000).unref();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, stop);
  // Between npm and us stands a shell, which npm's SIGTERM ends without telling us: we notice that it is gone.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), PARENT_MS).unref();
  process.on("uncaughtException", (error) => {
    console.error(error);
    process.exitCode = 1;
    stop();
  });
  return controller.signal;
}
