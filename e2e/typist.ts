import type { BrowserContext, Page, Request, Response } from "@playwright/test";
import { expect } from "@/e2e/fixtures";
import { privateDb } from "@/lib/db/private";
import { TEST_PASSWORD } from "@/lib/testing/make";

interface Given {
  context: BrowserContext;
  postId: string;
  email: string;
  /** Gives numbers from 0 to 1. */
  random: () => number;
}

/** Whether a request of the editor's page stores what was typed. */
export const isSave = (request: Request) => request.method() === "POST" && new URL(request.url()).pathname === "/api/posts";

/** Letters and digits: nothing that the editor makes something else of. */
const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz0123456789");

/** One person who writes one text, always at its end: whatever is stored or shown is a beginning of what was typed. */
export class Typist {
  page!: Page;
  typed = "";
  /** The longest text that the server told the page it had stored. */
  acknowledged = "";
  readonly #given: Given;
  readonly #answers: Promise<void>[] = [];

  constructor(given: Given) {
    this.#given = given;
  }

  upTo(most: number): number {
    return Math.floor(this.#given.random() * most);
  }

  oneOf<T>(things: readonly T[]): T {
    return things[this.upTo(things.length)] as T;
  }

  async signIn(): Promise<void> {
    const form = { email: this.#given.email, password: TEST_PASSWORD };
    expect((await this.#given.context.request.post("/api/auth/sign-in", { form, maxRedirects: 0 })).status(), "signing in").toBe(303);
  }

  /** Opens the post in a new tab, the cursor at the end of its text. */
  async open(): Promise<void> {
    this.page = await this.#given.context.newPage();
    this.page.on("dialog", (dialog) => void dialog.accept());
    this.page.on("response", (response) => this.#answers.push(this.#hear(response)));
    await this.page.goto(`/admin/posts/${this.#given.postId}`);
    await this.begin();
  }

  async begin(): Promise<void> {
    await this.#text().click();
    await this.page.keyboard.press("ControlOrMeta+End");
  }

  async type(count: number): Promise<void> {
    const delay = this.oneOf([0, 0, 5, 30]);
    for (let at = 0; at < count; at++) {
      const letter = this.oneOf(LETTERS);
      await this.page.keyboard.press(letter, { delay });
      this.typed += letter;
    }
  }

  /** Resolves when all answers that came so far are read into `acknowledged`. */
  async hear(): Promise<void> {
    await Promise.allSettled(this.#answers.splice(0));
  }

  async shown(): Promise<string> {
    return (await this.#text().innerText()).trim();
  }

  /** What this browser keeps of the post now, or nothing. */
  async keptOnDevice(): Promise<string> {
    const kept = await this.page.evaluate(() => Object.values(localStorage as Record<string, string>));
    const texts = kept.map((text) => textIn((JSON.parse(text) as { values: { body: unknown } }).values.body));
    return longest(...texts);
  }

  async stored(): Promise<string> {
    const where = { postId: this.#given.postId };
    const newest = await privateDb.postRevision.findFirst({ where, orderBy: { version: "desc" }, select: { fields: true } });
    return textIn((newest?.fields as { body?: unknown } | undefined)?.body);
  }

  #text() {
    return this.page.getByRole("textbox", { name: "Text", exact: true });
  }

  async #hear(response: Response): Promise<void> {
    if (!isSave(response.request())) return;
    const sent = textIn((response.request().postDataJSON() as { body: unknown }).body);
    // The page may be gone before its answer is read: then it never told anybody that it was stored.
    const answer = (await response.json().catch(() => null)) as { ok: boolean } | null;
    if (answer?.ok) this.acknowledged = longest(this.acknowledged, sent);
  }
}

/** The longest of some texts, or nothing. */
export function longest(...texts: string[]): string {
  return texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
}

function textIn(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  if ("text" in node && typeof node.text === "string") return node.text;
  return "content" in node && Array.isArray(node.content) ? node.content.map(textIn).join("") : "";
}
