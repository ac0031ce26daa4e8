import { startWorker } from "@/lib/jobs/worker";
import { noteFailure } from "@/lib/server/failure";

/** Next calls it once, when the server starts: from then on this process works on the jobs. */
export function register(): void {
  void startWorker();
}

/** Next calls it with whatever a page, a route or an action threw. */
export function onRequestError(error: unknown): void {
  noteFailure(error);
}
