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
  | "complainedBefore"
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

/** A refusal: a value, never thrown. `fields` names the wrong fields; `limits` says how many characters one may have that is too long, where its check tells; `retryAfter` is in seconds; `endsAt` when it ends, as an instant (ISO 8601) or, once told, in words. */
export interface Refusal {
  ok: false;
  error: ErrorCode;
  fields?: Record<string, ErrorCode[]>;
  limits?: Record<string, number>;
  retryAfter?: number;
  endsAt?: string;
}

/** What an act returns: a value with `ok: true`, or a refusal. */
export type Result<T = object> = ({ ok: true } & T) | Refusal;

/** The part of a zod error that is needed here; zod and zod/mini both have it. */
interface ParseError {
  issues: readonly Issue[];
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
  /** Of what a length check found, of a text or a list. */
  origin?: string;
  maximum?: number | bigint;
  /** What a check of our own tells besides. */
  params?: Record<string, unknown>;
}

/** What a check of our own says of a text over its limit, so that the refusal can name that. Takes the most characters it may have. */
export function tooLong(maximum: number) {
  return { error: "tooLong", params: { maximum } };
}

/**
 * Turns a failed parse into a refusal with each wrong field's codes; one of several of a kind is named `kind.which`.
 * Takes a zod error whose messages are error codes. Returns `invalid` with `fields` and `limits`.
 */
export function invalid(error: ParseError): Refusal {
  const fields: Record<string, ErrorCode[]> = {};
  const limits: Record<string, number> = {};
  for (const issue of error.issues) {
    const name = fieldOf(issue.path);
    (fields[name] ??= []).push(issue.message as ErrorCode);
    const most = mostOf(issue);
    if (most !== undefined) limits[name] = most;
  }
  return { ok: false, error: "invalid", fields, ...(Object.keys(limits).length > 0 && { limits }) };
}

/** How many characters a text may have that is too long; undefined of a list, and of anything else that is wrong. */
function mostOf({ message, origin, maximum, params }: Issue): number | undefined {
  const most = origin === "string" ? maximum : params?.maximum;
  return message === "tooLong" && typeof most === "number" ? most : undefined;
}

/** What is wrong within a list, or in one of its entries, is told of the whole list. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.every((step) => typeof step === "string") ? path.join(".") : String(path[0] ?? "");
}
