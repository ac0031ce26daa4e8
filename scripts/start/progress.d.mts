import type { CommandContext } from "./context";

/** See progress.mjs. Takes a signal, and where to say it. */
export function makeProgress(signal: AbortSignal, out?: { isTTY?: boolean; write: (text: string) => unknown }): CommandContext["step"];
