let noteFailure: ((error: unknown) => void) | undefined;

/**
 * Next calls it once, when the server starts: from then on this process works on the jobs. Next bundles this file a
 * second time, for its edge runtime, where nothing of ours works; the condition cuts it out there (Next.js docs,
 * "instrumentation.js", "Specifying the runtime").
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [worker, failure] = await Promise.all([import("@/lib/jobs/worker"), import("@/lib/server/failure")]);
  noteFailure = failure.noteFailure;
  void worker.startWorker();
}

/** Next calls it with whatever a page, a route or an action threw. */
export function onRequestError(error: unknown): void {
  noteFailure?.(error);
}
