import { privateDb, type Tx } from "@/lib/db/private";
import type { Refusal, Result } from "@/lib/result";

/** How long an act waits for a connection and may run: long enough for a burst of hundreds of readers at once. */
const LIMITS = { maxWait: 20_000, timeout: 20_000 };

/**
 * Runs an act's transaction. Takes the act's work; returns its result. A refusal undoes what the work did so far,
 * so that an act may claim first and refuse later; what is thrown undoes it too, and is thrown on.
 */
export async function transact<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  let refusal: Refusal | undefined;
  const undone = new Error("refused");
  try {
    return await privateDb.$transaction(async (tx) => {
      const result = await work(tx);
      if (result.ok) return result;
      refusal = result;
      throw undone;
    }, LIMITS);
  } catch (error) {
    if (error === undone && refusal) return refusal;
    throw error;
  }
}
