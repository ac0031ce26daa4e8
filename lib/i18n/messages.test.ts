import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import de from "@/lib/i18n/de.json";
import en from "@/lib/i18n/en.json";

// That no key is used which does not exist is the compiler's business (types.d.ts); the rest is checked here.

test("English and German have the same keys", () => {
  expect([...keysOf(de)].sort()).toEqual([...keysOf(en)].sort());
});

test("each message names the same values in both languages", () => {
  const german = flat(de);
  const differing = Object.entries(flat(en)).filter(([key, text]) => namesIn(text) !== namesIn(german[key] ?? ""));
  expect(differing.map(([key]) => key)).toEqual([]);
});

test("no message is empty, and none is left in the other language by mistake", () => {
  const [english, german] = [flat(en), flat(de)];
  expect(Object.keys({ ...english, ...german }).filter((key) => !english[key]?.trim() || !german[key]?.trim())).toEqual([]);
  const long = Object.keys(english).filter((key) => (english[key]?.length ?? 0) > 25 && english[key] === german[key]);
  expect(long, "the same sentence in both languages").toEqual([]);
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
