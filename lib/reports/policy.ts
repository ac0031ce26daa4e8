/** A reply as far as it decides whether it can be reported. */
export interface Reportable {
  status: string;
  withdrawnAt: Date | null;
  root: { status: string } | null;
  post: { status: string };
}

/** Whether readers see a reply's text now: what nobody sees, nobody needs to report. */
export function isReportable({ status, withdrawnAt, root, post }: Reportable): boolean {
  return status === "approved" && !withdrawnAt && (root?.status ?? "approved") === "approved" && post.status === "published";
}

/** The columns that `isReportable` asks for. */
export const REPORTABLE = {
  status: true,
  withdrawnAt: true,
  root: { select: { status: true } },
  post: { select: { status: true } },
} as const;
