import { z } from "zod";

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

const name = z
  .string("required")
  .normalize("NFC")
  .trim()
  .min(1, { error: "required", abort: true })
  .refine((text) => Array.from(text).length <= MAX_NAME_CHARS, "tooLong")
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

/** A new password of one's own, with the old one. */
export const changePasswordInput = z.object({
  current: z.string("required").min(1, "required").max(MAX_PASSWORD_CHARS, "passwordWrong"),
  password: newPassword,
});

/** One's own name, as by-lines show it. */
export const changeNameInput = z.object({ name });

/** Another role for a user. */
export const changeRoleInput = z.object({ userId, role });

/** A user, by id. */
export const userInput = z.object({ userId });
