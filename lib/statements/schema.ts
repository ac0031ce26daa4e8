import * as z from "zod/mini";
import { optionalText } from "@/lib/comments/schema";
import { MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";

/** What is said against a decision, by a reply's author or by who reported one; it may be left out. */
export const complaintInput = z.object({ text: optionalText(MAX_COMPLAINT_CHARS) });

/** The same by a reply's author, of one of the decisions that were stated to them: what names none is as one that is over. */
export const authorsComplaintInput = z.extend(complaintInput, { statement: z.catch(z.uuid(), "") });
