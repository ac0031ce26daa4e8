import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { ownName } from "@/lib/i18n/languages";
import { interfaceLanguages, messagesIn } from "@/lib/i18n/messages";
import { pseudoMessages, writeLanguage } from "@/lib/testing/pseudo-language";

// That no key is used which does not exist is the compiler's business (types.d.ts); the rest is checked here.

const files = messagesIn("lib/i18n");
const en = messagesOf("en");
const others = [...files.keys()].filter((code) => code !== "en");

test("the interface speaks every language that has a file, English first", () => {
  expect(interfaceLanguages()[0]).toBe("en");
  expect(
    interfaceLanguages()
      .map((code) => `${code}.json`)
      .sort(),
  ).toEqual(
    fs
      .readdirSync("lib/i18n")
      .filter((file) => file.endsWith(".json"))
      .sort(),
  );
});

test.each(others)("%s has English's keys, each with its values, none empty or left in English", (code) => {
  expect(defectsOf(messagesOf(code))).toEqual([]);
});

test("a third language is one file: it is spoken, named by its own name, and held to the same", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "languages-"));
  fs.cpSync("lib/i18n/en.json", path.join(folder, "en.json"));
  writeLanguage(folder, "fr");
  const { fr, ...rest } = Object.fromEntries(messagesIn(folder));
  fs.rmSync(folder, { recursive: true });
  expect(Object.keys(rest)).toEqual(["en"]);
  expect(ownName("fr")).toBe("français");
  expect(defectsOf(fr ?? {})).toEqual([]);
  const { skip: _left, ...site } = pseudoMessages.site;
  const broken = { ...pseudoMessages, site: { ...site, extra: "x", titled: "{title}", motto: " ", description: en.site.description } };
  expect(defectsOf(broken).sort()).toEqual([
    "site.description: as in English",
    "site.extra: not in English",
    "site.motto: empty",
    "site.skip: missing",
    "site.titled: other values",
  ]);
});

test("every message is used", () => {
  const written = wordsOfCode();
  expect([...keysOf(en)].filter((key) => !key.startsWith("errors.") && !isWritten(key, written))).toEqual([]);
});

/** A message's error code is a value of lib/result.ts; the compiler checks that each code has a message. */
test("every error message belongs to an error code", () => {
  const codes = new Set(fs.readFileSync("lib/result.ts", "utf8").match(/(?<=\| ")\w+(?=")/g));
  expect(Object.keys(en.errors).filter((key) => !codes.has(key))).toEqual([]);
  expect([...codes].filter((code) => !(code in en.errors))).toEqual([]);
});

function messagesOf(code: string) {
  const messages = files.get(code);
  if (!messages) throw new Error(`no messages in ${code}`);
  return messages;
}

/** What is wrong with a language's messages, by key, as English measures them. */
function defectsOf(messages: Messages): string[] {
  const [first, texts] = [flat(en), flat(messages)];
  const keys = Object.keys({ ...first, ...texts });
  return keys.flatMap((key) => {
    const [english, text] = [first[key], texts[key]];
    if (english === undefined || text === undefined) return `${key}: ${text === undefined ? "missing" : "not in English"}`;
    if (!text.trim()) return `${key}: empty`;
    if (namesIn(text) !== namesIn(english)) return `${key}: other values`;
    return text === english && text.length > 25 ? `${key}: as in English` : [];
  });
}

type Messages = { [key: string]: string | Messages };

function flat(messages: Messages, prefix = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(messages).map(([key, value]) =>
      typeof value === "string" ? { [prefix + key]: value } : flat(value, `${prefix + key}.`),
    ),
  ) as Record<string, string>;
}

function keysOf(messages: Messages): Set<string> {
  return new Set(Object.keys(flat(messages)));
}

/** The arguments and tags of an ICU message, in a fixed order; the texts of its plural forms are in braces too, and are not names. */
function namesIn(text: string): string {
  return [...new Set(text.match(/\{\s*\w+(?=\s*[,}])|<\w+>/g)?.map((name) => name.replace(/\s/g, "")))].sort().join(" ");
}

interface Words {
  /** Texts as they stand in the code. */
  whole: Set<string>;
  /** Beginnings of texts that are put together: `status.${status}`. */
  begun: string[];
}

/** A key is written when its namespace and the rest of it are: `getTranslations("desk")` and `t("queue.empty")`. */
function isWritten(key: string, { whole, begun }: Words): boolean {
  const parts = key.split(".");
  return parts.some((_, at) => {
    const rest = parts.slice(at).join(".");
    const namespace = parts.slice(0, at).join(".");
    return (at === 0 || whole.has(namespace)) && (whole.has(rest) || begun.some((start) => rest.startsWith(start)));
  });
}

function wordsOfCode(): Words {
  const words: Words = { whole: new Set(), begun: [] };
  const note = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) words.whole.add(node.text);
    if (ts.isTemplateExpression(node) && node.head.text.endsWith(".")) words.begun.push(node.head.text);
    ts.forEachChild(node, note);
  };
  for (const folder of ["app", "components", "lib"]) {
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/(?<!\.test)\.tsx?$/.test(file) || file.includes("generated")) continue;
      note(ts.createSourceFile(file, fs.readFileSync(path.join(folder, file), "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
    }
  }
  return words;
}
