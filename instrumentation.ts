import { startWorker } from "@/lib/jobs/worker";

/** Next calls it once, when the server starts: from then on this process works on the jobs. */
export function register(): void {
  void startWorker();
}
