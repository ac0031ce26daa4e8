import { isOutage } from "@/lib/db/errors";
import { logError } from "@/lib/log";
import { requestScope } from "@/lib/server/bridge";

/**
 * Notes what a page, route or action threw: in the log, with the request's id, and for the answer, which is 503 when
 * the database is away. Next itself says nothing (`quiet`): its lines would quote what was thrown.
 */
export function noteFailure(error: unknown): void {
  const scope = requestScope.getStore();
  // Next could not make arguments of what was sent: answered with 400 (lib/server/newsroom), and no defect of ours.
  if (scope?.action === "sent") return;
  if (scope) scope.isOutage ||= isOutage(error);
  logError("request failed", error, { id: scope?.id });
}
