/** Whether something failed because a file or folder is not there (ENOENT). Takes what node:fs threw. */
export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
