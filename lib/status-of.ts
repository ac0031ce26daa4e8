import type { ErrorCode } from "@/lib/result";

const STATUS: Partial<Record<ErrorCode, number>> = {
  unreadable: 400,
  signInFailed: 401,
  signInExpired: 401,
  codeWrong: 401,
  setupExpired: 409,
  signedOut: 401,
  foreignOrigin: 403,
  closed: 403,
  threadClosed: 403,
  staffOnly: 403,
  forbidden: 403,
  notFound: 404,
  postNotFound: 404,
  methodNotAllowed: 405,
  duplicate: 409,
  staleVersion: 409,
  wrongStatus: 409,
  alreadyDecided: 409,
  withdrawn: 409,
  ownDecision: 403,
  editClosed: 403,
  complained: 409,
  complainedBefore: 409,
  banned: 403,
  suspended: 403,
  inUse: 409,
  linkExpired: 410,
  gone: 410,
  tooLarge: 413,
  pictureTooLarge: 413,
  unsupportedType: 415,
  tooMany: 429,
  unavailable: 503,
};

/** The HTTP status of a refusal (RFC 9110): 422 unless its code has one of its own. */
export function statusOf(error: ErrorCode): number {
  return STATUS[error] ?? 422;
}
