import * as z from "zod/mini";

/** Lengths in Unicode code points, after trimming (CONTRACT.md 10). The database holds the same. */
export const MAX_NAME_CHARS = 245;
export const MAX_EMAIL_CHARS = 254;
export const MAX_EMAIL_LOCAL_CHARS = 64;
export const MAX_WEBSITE_CHARS = 200;
export const MAX_BODY_CHARS = 10_000;
const MAX_KEY_CHARS = 200;

/** HTML's own rule for `type=email` (HTML, "valid email address"), with at least one dot in the domain. */
const HTML_EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/;

/** Ids as PostgreSQL takes them. (zod's own check of them, with every version of UUID, is a third of a KB in the browser.) */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ID_OR_NONE = new RegExp(`^$|${ID.source}`, "i");

/**
 * What a reader sends with a comment; the browser and the server parse with it. Texts come out trimmed, in NFC and
 * without control characters; an empty website or parent comes out as null. Messages are error codes.
 */
export const commentInput = z.object({
  postId: z.string().check(z.regex(ID, "postNotFound")),
  /** The comment that is answered. */
  parentId: z.pipe(z._default(z.string().check(z.regex(ID_OR_NONE, "parentNotFound")), ""), z.transform(emptyIsNull)),
  /** Tells a retry from a second comment (CONTRACT.md 11): random bits where the browser fills it in, else empty. */
  key: z._default(z.string().check(z.overwrite((key) => clean(key).slice(0, MAX_KEY_CHARS))), ""),
  /** Hidden from people: what fills it in is a machine, most likely. Evidence, never a refusal. */
  topic: z._default(z.string(), ""),
  /** Milliseconds from the first touch of the form, told by the browser; empty says nothing. */
  took: z.pipe(
    z._default(z.string(), ""),
    z.transform((said) => (/^\d{1,9}$/.test(said) ? Number(said) : null)),
  ),
  body: requiredText(MAX_BODY_CHARS),
  name: required(cleanLine).check(maxCodePoints(MAX_NAME_CHARS)),
  email: required(cleanLine).check(
    z.regex(HTML_EMAIL, { error: "invalidEmail", abort: true }),
    z.maxLength(MAX_EMAIL_CHARS, { error: "tooLong", abort: true }),
    z.refine((email) => email.indexOf("@") <= MAX_EMAIL_LOCAL_CHARS, "tooLong"),
  ),
  website: z.pipe(
    z._default(
      z.string().check(
        z.overwrite(cleanLine),
        z.refine((website) => website === "" || isWebAddress(website), { error: "invalidUrl", abort: true }),
        maxCodePoints(MAX_WEBSITE_CHARS),
      ),
      "",
    ),
    z.transform(emptyIsNull),
  ),
});

/** A comment as it comes in, and as it is parsed. */
export type TypedComment = z.input<typeof commentInput>;
export type CommentInput = z.output<typeof commentInput>;

/** The fields that a reader fills in, in the order of the form. */
export const COMMENT_FIELDS = ["body", "name", "email", "website"] as const;

/** How long a comment is: in code points, after it was cleaned as the schema does it. */
export function commentLength(body: string): number {
  return Array.from(clean(body)).length;
}

/** A text that has to be there, as it is stored (`clean`). Takes how many code points it may have. */
export function requiredText(most: number) {
  return required(clean).check(maxCodePoints(most));
}

/** The same of a text that may be left out: then it is empty. */
export function optionalText(most: number) {
  return z._default(z.string().check(z.overwrite(clean), maxCodePoints(most)), "");
}

function required(cleaned: (text: string) => string) {
  return z.string("required").check(z.overwrite(cleaned), z.minLength(1, { error: "required", abort: true }));
}

function maxCodePoints(most: number) {
  return z.refine<string>((text) => text.length <= most || Array.from(text).length <= most, "tooLong");
}

/** A text as it is stored: NFC, LF line breaks, no other C0 or C1 control characters, trimmed (CONTRACT.md 12). */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "")
    .normalize("NFC") // last: a control character may have kept a letter and its accent apart
    .trim();
}

/** The same for a text of one line: line breaks, which a browser never sends there, become spaces. */
function cleanLine(text: string): string {
  return clean(text).replace(/\n+/g, " ");
}

function emptyIsNull(text: string): string | null {
  return text || null;
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return false;
  try {
    return new URL(text).hostname !== "";
  } catch {
    return false; // no address at all: that is the answer, not a failure
  }
}
