import fs from "node:fs";
import path from "node:path";
import { baseLanguage } from "@/lib/i18n/languages";
import type en from "@/lib/i18n/en.json";

/** What a file of messages holds: the English one says which keys there are. */
export type Messages = typeof en;

/** The language that every other is translated from; its file is always there. */
const FIRST = "en";

/**
 * The messages of each language that has a file `LANGUAGE.json` (BCP 47) in a folder. Adding a language to the interface
 * is adding its file: nothing else names it. That a file is whole is checked by messages.test.ts.
 */
export function messagesIn(folder: string): ReadonlyMap<string, Messages> {
  const codes = fs.readdirSync(folder).flatMap((file) => /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.json$/.exec(file)?.[1] ?? []);
  const read = (code: string) => JSON.parse(fs.readFileSync(path.join(folder, `${code}.json`), "utf8")) as Messages;
  return new Map(
    [...codes]
      .sort((one, other) => Number(other === FIRST) - Number(one === FIRST) || (one < other ? -1 : 1))
      .map((code) => [code, read(code)]),
  );
}

let known: ReadonlyMap<string, Messages> | undefined;

/** Read when they are first needed, from where the process runs: every bundle of it reads the same files. */
function all(): ReadonlyMap<string, Messages> {
  return (known ??= messagesIn(path.join(/* turbopackIgnore: true */ process.cwd(), "lib/i18n")));
}

/** The languages that the interface speaks (BCP 47), English first. */
export function interfaceLanguages(): string[] {
  return [...all().keys()];
}

/** The interface's language for somebody who reads another (BCP 47): the same, or its language without the country; null where we have neither. */
export function interfaceLanguageFor(lang: string): string | null {
  const wanted = [lang, baseLanguage(lang)];
  return wanted.find((code) => all().has(code)) ?? null;
}

/** All messages in a language, or in its own without the country (BCP 47); English where there are none. */
export function messagesOf(locale: string): Messages {
  const messages = all().get(interfaceLanguageFor(locale) ?? FIRST);
  if (!messages) throw new Error(`lib/i18n/${FIRST}.json is missing.`);
  return messages;
}
