import { z } from "zod";
import { tooLong } from "@/lib/result";

/** NIST SP 800-63B §3.1.1.2 asks for at least 64 allowed; this only keeps the hashing's input small. */
export const MAX_PASSWORD_CHARS = 1000;
export const MIN_PASSWORD_CHARS = 12;
const MAX_NAME_CHARS = 245;
const MAX_EMAIL_CHARS = 254;

/** What one signs in with. Not judged by form: what is not an account is refused like a wrong password. PostgreSQL takes no NUL. */
export const signInInput = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(MAX_EMAIL_CHARS)
    .refine((text) => !text.includes("\u0000")),
  password: z.string().min(1).max(MAX_PASSWORD_CHARS),
});

const email = z
  .string("required")
  .trim()
  .toLowerCase()
  .min(1, { error: "required", abort: true })
  .max(MAX_EMAIL_CHARS, "tooLong")
  .regex(z.regexes.html5Email, { error: "invalidEmail", abort: true })
  .regex(/@.+\../, "invalidEmail");

/**
 * Embeddings, overrides and isolates of writing direction (Unicode Standard Annex 9, §2.1 to §2.5): a colleague's name,
 * which stands within sentences, could read as another's by them. A reader's stays as typed (CONTRACT.md 12), set apart by `<bdi>`.
 */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

const name = z
  .string("required")
  .overwrite((typed) => typed.replace(TURNS, ""))
  .normalize("NFC")
  .trim()
  .min(1, { error: "required", abort: true })
  .refine((text) => Array.from(text).length <= MAX_NAME_CHARS, tooLong(MAX_NAME_CHARS))
  .refine((text) => !/\p{Cc}/u.test(text), "invalid");

/** A new password. Its length is counted in code points; no character is demanded (NIST SP 800-63B §3.1.1.2). */
export const newPassword = z
  .string("required")
  .min(1, { error: "required", abort: true })
  .max(MAX_PASSWORD_CHARS, "passwordTooLong")
  .refine((text) => Array.from(text).length >= MIN_PASSWORD_CHARS, "passwordTooShort");

/** The roles, from most to least that one may do. */
export const ROLES = ["administrator", "editor", "author", "contributor", "moderator"] as const;

const role = z.enum(ROLES, "invalidChoice");
const userId = z.uuid("notFound");

/** Whom an administrator invites, and as what. */
export const inviteInput = z.object({ email, role });

/** What an invited colleague chooses; `key` is the link's. */
export const invitationInput = z.object({ key: z.string(), name, password: newPassword });

/** Who forgot their password. */
export const forgotPasswordInput = z.object({ email });

/** A new password by a link; `key` is the link's. */
export const resetPasswordInput = z.object({ key: z.string(), password: newPassword });

const current = z.string("required").min(1, "required").max(MAX_PASSWORD_CHARS, "passwordWrong");
const code = z
  .string("required")
  .trim()
  .min(1, { error: "required", abort: true })
  .max(40, "codeWrong")
  .regex(/^[0-9a-z\s-]+$/i, "codeWrong");

/** A new password of one's own, with the old one. */
export const changePasswordInput = z.object({ current, password: newPassword });

/** One's present password. */
export const currentPasswordInput = z.object({ current });

/** The second step of signing in: `key` is the challenge's, the code an app's or a recovery code. */
export const confirmSignInInput = z.object({ key: z.string(), code });

/** The first code of a new second factor; `setup` is the form's own. */
export const confirmSecondFactorInput = z.object({ setup: z.string().max(1000), code });

/** One's password and a code of the second factor. */
export const bothFactorsInput = z.object({ current, code });

/** What a provider says of who signs in by it (OpenID Connect Core §5.1); "verified" is a boolean there, and a text with some. */
export const providerClaims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().max(MAX_EMAIL_CHARS).optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.literal("true").transform(() => true)])
    .optional()
    .catch(undefined),
});

/** One of one's sessions. */
export const endSessionInput = z.object({ sessionId: z.uuid("notFound") });

const MAX_BIO_CHARS = 2000;

/** What one tells of oneself: the name in by-lines, the author page's address ("" for none) and words, the picture ("" for none). */
export const changeProfileInput = z.object({
  name,
  slug: z
    .string()
    .trim()
    .max(120, "tooLong")
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "invalidSlug")
    .default(""),
  bio: z
    .string()
    .normalize("NFC")
    .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => Array.from(text).length <= MAX_BIO_CHARS, tooLong(MAX_BIO_CHARS))
    .refine((text) => !/[^\P{Cc}\n]/u.test(text), "invalid")
    .default(""),
  pictureId: z.union([z.literal(""), z.uuid("invalidChoice")], "invalidChoice").default(""),
});

/** Another role for a user. */
export const changeRoleInput = z.object({ userId, role });

/** A user, by id. */
export const userInput = z.object({ userId });
