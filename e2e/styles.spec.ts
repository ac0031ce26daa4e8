import fs from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "@/e2e/fixtures";

const PAGES = ".next/server/app/(newsroom)";
/** What stands in a page's place when it failed or is not there. */
const STAND_IN = /\/(?:error|not-found)$/;

interface Manifest {
  entryCSSFiles: Record<string, { path: string }[]>;
}

/** Which style sheets belong to a page and what stands around it, by Next's own manifest of the build. */
function sheetsOf(file: string): Manifest["entryCSSFiles"] {
  const built: { __RSC_MANIFEST: Record<string, Manifest> } = { __RSC_MANIFEST: {} };
  runInContext(fs.readFileSync(path.join(PAGES, file), "utf8"), createContext({ globalThis: built }));
  return Object.values(built.__RSC_MANIFEST)[0]?.entryCSSFiles ?? {};
}

test("what stands in for a failed page needs no style sheet that the page has not: Next preloads it, and browsers complain", () => {
  const files = fs
    .readdirSync(PAGES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page_client-reference-manifest.js"));
  const unused = files.flatMap((file) => {
    const entries = Object.entries(sheetsOf(file));
    const used = new Set(entries.filter(([entry]) => !STAND_IN.test(entry)).flatMap(([, sheets]) => sheets.map((sheet) => sheet.path)));
    const asked = entries.filter(([entry]) => STAND_IN.test(entry)).flatMap(([, sheets]) => sheets.map((sheet) => sheet.path));
    return asked.some((sheet) => !used.has(sheet)) ? [file] : [];
  });
  expect(files.length).toBeGreaterThan(15);
  expect(unused).toEqual([]);
});
