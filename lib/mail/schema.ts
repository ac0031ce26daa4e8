import { z } from "zod";

/** A mail's id: what it tells of and whom it concerns, `noun.id…`. It is a file's name too: no slash, and no point at its front. */
const MAIL_ID = /^[a-z][a-zA-Z0-9._-]{0,199}$/;

/** Which mail to show. */
export const mailInput = z.object({ id: z.string().regex(MAIL_ID, "notFound") });

/** After which mail of the list (`afterOf`) to go on; what cannot be read begins at the beginning. */
export const mailboxInput = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}\.[a-z][a-zA-Z0-9._-]{0,199}$/)
    .optional()
    .catch(undefined),
});
