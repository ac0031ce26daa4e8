import { spawn } from "node:child_process";
import { Failure, Stopped } from "./progress.mjs";

/**
 * Runs a program to its end, quietly. Takes its arguments, a signal that ends it, and spawn's options.
 * Throws a Failure with what it printed when it fails, and Stopped when the signal ended it.
 */
export function runChild(program, args, { signal, ...options }) {
  return new Promise((resolve, reject) => {
    const printed = [];
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options, signal });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => printed.push(chunk));
    child.once("error", (error) => reject(signal?.aborted ? new Stopped() : new Failure(`${program} could not be run: ${error.message}`)));
    child.once("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          signal?.aborted
            ? new Stopped()
            : new Failure(`${Buffer.concat(printed).toString().trim()}\n\n${[program, ...args].join(" ")} ended with ${code}.`),
        );
    });
  });
}
