import { getTranslations } from "next-intl/server";
import type { ErrorCode, Refusal } from "@/lib/result";

const DONE = ["edited", "linked", "confirmed", "withdrawn", "erased", "ended", "refused", "allowed", "complained"] as const;

/** What can be done on the pages that a signed link opens, as their addresses tell it after a form was sent. */
export type Done = (typeof DONE)[number];

/** What such a page tells of the last form, in the site's language. */
export interface ReceiptState {
  done: string | null;
  problem: string | null;
}

/** Takes the refusal that the page is made again for, if any, and the address's untrusted `done`. */
export async function receiptState(refused: Refusal | undefined, said: string | string[] | undefined): Promise<ReceiptState> {
  const t = await getTranslations("receipt");
  if (refused) return { done: null, problem: problemText(refused, t) };
  const done = DONE.find((each) => each === said);
  return { done: done ? t(`done.${done}`) : null, problem: null };
}

function problemText({ error, endsAt }: Refusal, t: Awaited<ReturnType<typeof getTranslations<"receipt">>>): string {
  return error === "suspended" && endsAt ? t("refused.suspended", { date: endsAt }) : t(PROBLEMS[error] ?? "refused.other");
}

const PROBLEMS: Partial<
  Record<
    ErrorCode,
    | "refused.tooMany"
    | "refused.closed"
    | "refused.complainedBefore"
    | "refused.banned"
    | "refused.invalid"
    | "change.stale"
    | "change.closed"
  >
> = {
  tooMany: "refused.tooMany",
  closed: "refused.closed",
  complainedBefore: "refused.complainedBefore",
  invalid: "refused.invalid",
  banned: "refused.banned",
  staleVersion: "change.stale",
  editClosed: "change.closed",
};

/** The title of such a page: after a refusal it begins with "Error:" (CONTRACT.md 7). */
export async function receiptTitle(title: string, refused: Refusal | undefined): Promise<string> {
  return refused ? (await getTranslations("site"))("errorTitled", { title }) : title;
}
