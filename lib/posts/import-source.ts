import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { guessLanguage } from "@/lib/posts/guess-language";
import type { ImportedText } from "@/lib/posts/import-form";
import { documentFromMarkdown } from "@/lib/posts/import-markdown";
import { documentFromText } from "@/lib/posts/import-text";
import { readProblem } from "@/lib/read-problem";

/** The largest file that is taken, in bytes: the same as an admin's request (CONTRACT.md 10). */
export const MAX_SOURCE_BYTES = 4 * 1024 * 1024;

/** A post read for import: where it really lies (a file's path, or its address on another site), what it hashes to (SHA-256), and what is in it. */
export interface Source extends ImportedText {
  path: string;
  hash: Buffer<ArrayBuffer>;
  /** The language that its words tell of, if they do. */
  lang: string | null;
}

/** Why a file cannot be imported, as the end of a sentence that begins with its name. */
export interface Unusable {
  problem: string;
}

/**
 * Reads a text file (UTF-8) or, by its ending (.md, .markdown), a Markdown file. Returns the post in it, or in a
 * line why there is none: missing, a folder, not readable, too large, empty, binary, not UTF-8, no title or text.
 */
export async function readSource(file: string): Promise<Source | Unusable> {
  const read = await readBytes(file);
  if ("problem" in read) return read;
  const { bytes } = read;
  if (bytes.includes(0)) return { problem: "is not a text file (it holds NUL bytes)" };
  const text = decode(bytes);
  if (text === null) return { problem: "is not UTF-8: save it in that encoding" };
  if (!text.trim()) return { problem: "is empty" };
  const imported = /\.(md|markdown)$/i.test(file) ? documentFromMarkdown(text) : documentFromText(text);
  if (!imported.title) return { problem: "has no title in its first line" };
  if (Array.from(imported.title).length > 300) return { problem: "has a first line that is too long for a title (300 characters)" };
  if (!imported.standfirst && imported.blocks.length === 0) return { problem: "has no text under its title" };
  return { ...imported, path: read.path, hash: Buffer.from(createHash("sha256").update(bytes).digest()), lang: guessLanguage(text) };
}

async function readBytes(file: string): Promise<{ path: string; bytes: Buffer } | Unusable> {
  try {
    const real = await fs.realpath(path.resolve(file));
    const stat = await fs.stat(real);
    if (stat.isDirectory()) return { problem: "is a folder" };
    if (!stat.isFile()) return { problem: "is not a file" };
    if (stat.size > MAX_SOURCE_BYTES) return { problem: "is larger than 4 MB" };
    return { path: real, bytes: await fs.readFile(real) };
  } catch (error) {
    return { problem: readProblem(error) };
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
