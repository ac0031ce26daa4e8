import { z } from "zod";

/** A whole number, as it is stored or as a form sends it. Takes its limits. */
export function count(least: number, most: number) {
  const typed = z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, "invalidNumber")
    .transform(Number);
  return z
    .union([z.number(), typed], "invalidNumber")
    .pipe(z.number().int("invalidNumber").min(least, "invalidNumber").max(most, "invalidNumber"));
}

/** Yes or no, as it is stored or as a form's choice says it. */
export function choice() {
  return z.union([z.boolean(), z.enum(["yes", "no"], "invalidChoice").transform((said) => said === "yes")], "invalidChoice");
}

/** A text of several lines, each end of which counts as one character. Takes how long it may be, in characters. */
export function lines(most = 20_000) {
  return z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, "\n"))
    .trim()
    .max(most, "tooLong");
}
