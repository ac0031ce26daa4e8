/** The code of what a database call threw: PostgreSQL's SQLSTATE or the system's (ECONNREFUSED …); "" when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
