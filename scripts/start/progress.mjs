/** What a person can mend: shown as its message alone, without a stack (as lib/failure.ts is). */
export class Failure extends Error {
  name = "Failure";
}

/** Thrown between two steps when somebody asked us to stop. */
export class Stopped extends Error {
  name = "Stopped";
}

/**
 * Says what is under way, and for how long: on a terminal on a line that renews itself each second, otherwise on one
 * every ten. Takes a signal: once it is aborted, no further step begins (it throws Stopped). Returns `step(label, work)`,
 * which runs `work` and returns its value; the label is a text, or a function that says how far it is by now.
 */
export function makeProgress(signal, out = process.stdout) {
  return async function step(label, work) {
    if (signal.aborted) throw new Stopped();
    const began = performance.now();
    const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
    const said = () => (typeof label === "function" ? label() : label);
    const redraw = () => out.write(`\r\x1b[K  … ${said()} ${Math.floor(Number(seconds()))} s`);
    if (out.isTTY) redraw();
    else out.write(`  … ${said()}\n`);
    const beat = setInterval(
      () => (out.isTTY ? redraw() : out.write(`  … ${said()}, ${Math.round(Number(seconds()))} s\n`)),
      out.isTTY ? 1000 : 10_000,
    );
    try {
      const value = await work();
      out.write(`${out.isTTY ? "\r\x1b[K" : ""}  ✓ ${said()}, ${seconds()} s\n`);
      return value;
    } catch (error) {
      out.write(`${out.isTTY ? "\r\x1b[K" : ""}  ✗ ${said()}, ${seconds()} s\n`);
      throw error;
    } finally {
      clearInterval(beat);
    }
  };
}
