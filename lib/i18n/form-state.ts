import { getTranslations } from "next-intl/server";
import { fieldProblem } from "@/lib/i18n/too-long";
import type { ErrorCode, Refusal } from "@/lib/result";

/** What a form shows after it was sent, in the site's language: what was done or what is wrong, and what was typed. */
export interface FormState {
  done?: string;
  problem?: string;
  problems?: Record<string, string>;
  typed?: Record<string, string>;
  /** What was made, to hand on. */
  link?: string;
  /** What was found: a few things by name, each with a word about it. */
  found?: { title: string; href: string; note: string }[];
}

/** A refusal in words: of the whole form, and of each wrong field. Takes the refusal and the fields that may come back. */
export async function refusedState({ error, fields = {}, limits = {} }: Refusal, typed: Record<string, string> = {}): Promise<FormState> {
  const t = await getTranslations();
  const text = (code: ErrorCode) => t(code === "tooMany" ? "newsroom.tooMany" : `errors.${code}`);
  const problems: Record<string, string> = {};
  for (const [name, [code]] of Object.entries(fields))
    if (code) problems[name] = (code === "tooLong" && (await fieldProblem(code, limits[name], typed[name]))) || text(code);
  return { problem: text(error), problems, typed };
}
