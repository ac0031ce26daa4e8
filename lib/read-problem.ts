/**
 * Why a file that somebody named could not be read, as the end of a sentence that begins with its name. Takes what
 * reading threw; throws it on when it is none of the usual.
 */
export function readProblem(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "is not there";
  if (code === "EACCES" || code === "EPERM") return "may not be read";
  if (code === "EISDIR") return "is a folder";
  throw error;
}
