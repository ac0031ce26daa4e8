import { spawn } from "node:child_process";
import { Failure, Stopped } from "../start/progress.mjs";

const controller = new AbortController();

/**
 * Stops the tests by Ctrl-C or SIGTERM: the step that runs ends its own servers first, nothing follows it.
 * Returns the signal that tells of it.
 */
export function forwardSignals() {
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => controller.abort());
  return controller.signal;
}

/** Runs a program that shows its own progress. Throws a Failure when it fails, Stopped when the tests were stopped. */
export async function runVisibly(label, program, args, env = {}) {
  if (controller.signal.aborted) throw new Stopped();
  console.log(`  … ${label}`);
  const began = performance.now();
  // In a group of its own, a Ctrl-C does not reach it twice: the first asks a runner to end in order, the second kills it.
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env }, detached: true });
  const stop = () => child.kill("SIGINT");
  controller.signal.addEventListener("abort", stop);
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  controller.signal.removeEventListener("abort", stop);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${code === 0 ? "✓" : "✗"} ${label}, ${seconds} s`);
  if (controller.signal.aborted) throw new Stopped();
  if (code !== 0) throw new Failure(`${label}: ended with ${code}.`);
}
