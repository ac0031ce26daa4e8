import type { Page } from "@playwright/test";

/** What the author of a reply is told of it. */
export const AWAITING = "Your reply is awaiting moderation.";

/** The reply form's fields, by their labels, and its button. */
export const field = (page: Page, name: string) => page.getByRole("textbox", { name });
export const text = (page: Page) => field(page, "Comment");
export const send = (page: Page) => page.getByRole("button", { name: "Post Comment" });

/** Fills in the reply form. Takes what to type, by label. */
export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await field(page, label).fill(value);
}

/** Has each answer to a reply lost on its way, when the reply is stored already; until `findAnswers`. */
export async function loseAnswers(page: Page): Promise<void> {
  await page.route(REPLIES, async (route) => {
    await route.fetch();
    await route.abort();
  });
}

export async function findAnswers(page: Page): Promise<void> {
  await page.unroute(REPLIES);
}

const REPLIES = /api\/replies/;
