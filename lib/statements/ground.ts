import type { ReportReason, StatementGround } from "@/lib/db/generated/enums";
import { isNotice } from "@/lib/reports/schema";

/** On what ground a reply goes off the page for what a reader reported, unless somebody names another: what was reported as illegal, on the law's. */
export function groundOfReport(reason: ReportReason): StatementGround {
  return isNotice(reason) ? "law" : "guidelines";
}
