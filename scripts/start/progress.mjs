/** What a person can mend: shown as its message alone, without a stack (as lib/failure.ts is). */
export class Failure extends Error {
  name = "Failure";
}

/** Thrown between two steps when somebody asked us to stop. */
export class Stopped extends Error {
  name = "Stopped";
}

/**
 * Says what is under way, and for how long. Takes a signal: once it is aborted, no further step begins (it throws
 * Stopped). Returns `step(label, work)`, which runs `work` and returns its value.
 */
export function makeProgress(signal, out = process.stdout) {
  return async function step(label, work) {
    if (signal.aborted) throw new Stopped();
    const began = performance.now();
    const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
    const redraw = () => out.write(`\r\x1b[K  … ${label} ${Math.floor(Number(seconds()))} s`);
    if (out.isTTY) redraw();
    else out.write(`  … ${label}\n`);
    const beat = setInterval(
      () => (out.isTTY ? redraw() : out.write(`  … ${label}, ${Math.round(Number(seconds()))} s so far\n`)),
      out.isTTY ? 1000 : 10_000,
    );
    try {
      const value = await work();
      out.write(`${out.isTTY ? "\r\x1b[K" : ""}  ✓ ${label}, ${seconds()} s\n`);
      return value;
    } catch (error) {
      out.write(`${out.isTTY ? "\r\x1b[K" : ""}  ✗ ${label}, ${seconds()} s\n`);
      throw error;
    } finally {
      clearInterval(beat);
    }
  };
}
