import fs from "node:fs";
import path from "node:path";
import en from "@/lib/i18n/en.json" with { type: "json" };

/** English with marks around every message: a language that nobody speaks, but that one sees at once. */
export const pseudoMessages = marked(en);

/** Writes it as the messages of a language (BCP 47) into a folder. */
export function writeLanguage(folder: string, code: string): void {
  fs.writeFileSync(path.join(folder, `${code}.json`), JSON.stringify(pseudoMessages));
}

function marked<Part extends object>(messages: Part): Part {
  const entries = Object.entries(messages).map(([key, value]) => [key, typeof value === "string" ? `⟦${value}⟧` : marked(value as object)]);
  return Object.fromEntries(entries) as Part;
}
