/** Codes of what a person can cause. Each is a key of the messages' `errors` namespace, in every language. */
export type ErrorCode =
  | "invalid"
  | "required"
  | "tooLong"
  | "invalidEmail"
  | "invalidUrl"
  | "invalidSlug"
  | "slugTaken"
  | "slugReserved"
  | "invalidChoice"
  | "unreadable"
  | "unsupportedType"
  | "methodNotAllowed"
  | "tooLarge"
  | "foreignOrigin"
  | "closed"
  | "postNotFound"
  | "parentNotFound"
  | "threadClosed"
  | "staffOnly"
  | "notFound"
  | "gone"
  | "duplicate"
  | "tooMany"
  | "unavailable"
  | "forbidden"
  | "signedOut"
  | "signInFailed"
  | "signInExpired"
  | "codeWrong"
  | "setupExpired"
  | "passwordTooShort"
  | "passwordTooLong"
  | "passwordWrong"
  | "linkExpired"
  | "emailTaken"
  | "nameTaken"
  | "lastAdministrator"
  | "ownRole"
  | "staleVersion"
  | "wrongStatus"
  | "timePast"
  | "timeSkipped"
  | "timeTwice"
  | "alreadyDecided"
  | "withdrawn"
  | "ownDecision"
  | "editClosed"
  | "complained"
  | "banned"
  | "suspended"
  | "networkEnds"
  | "altRequired"
  | "notAPicture"
  | "pictureTooLarge"
  | "inUse"
  | "full"
  | "invalidDocument"
  | "invalidNumber"
  | "invalidColour"
  | "sameLanguage"
  | "languageTaken";

/** A refusal: a value, never thrown. `fields` names the wrong fields; `retryAfter` is in seconds; `endsAt` when it ends, as an instant (ISO 8601) or, once told, in words. */
export interface Refusal {
  ok: false;
  error: ErrorCode;
  fields?: Record<string, ErrorCode[]>;
  retryAfter?: number;
  endsAt?: string;
}

/** What an act returns: a value with `ok: true`, or a refusal. */
export type Result<T = object> = ({ ok: true } & T) | Refusal;

/** The part of a zod error that is needed here; zod and zod/mini both have it. */
interface ParseError {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}

/**
 * Turns a failed parse into a refusal with each wrong field's codes; one of several of a kind is named `kind.which`.
 * Takes a zod error whose messages are error codes. Returns `invalid` with `fields`.
 */
export function invalid(error: ParseError): Refusal {
  const fields: Record<string, ErrorCode[]> = {};
  for (const { path, message } of error.issues) (fields[fieldOf(path)] ??= []).push(message as ErrorCode);
  return { ok: false, error: "invalid", fields };
}

/** What is wrong within a list, or in one of its entries, is told of the whole list. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.every((step) => typeof step === "string") ? path.join(".") : String(path[0] ?? "");
}

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
