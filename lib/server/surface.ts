import fs from "node:fs";
import path from "node:path";

/**
 * The kinds of answers (DESIGN.md §5). `page`: everybody's, finished and kept. `own`: what a signed link opens, never
 * kept. `newsroom`: an App Router app with scripts and actions. `api`: routes. `media`: pictures. `file`: files of the build.
 */
export type Surface = "page" | "own" | "newsroom" | "api" | "media" | "file";

/**
 * Tells which surface a path belongs to, by its first segment. Takes the folder that holds app/: the folders of
 * app/(own) name what is own, so that a new one cannot be kept by mistake.
 */
export function surfacesOf(root: string): (path: string) => Surface {
  const named = new Map<string, Surface>([
    ["admin", "newsroom"],
    ["api", "api"],
    ["media", "media"],
    ["share", "media"],
    ["look", "media"],
    ["_next", "file"],
    ["islands", "file"],
    ["fonts", "file"],
  ]);
  for (const folder of foldersOf(path.join(root, "app/(own)"))) named.set(folder, "own");
  return (asked) => named.get(asked.split("/", 2)[1] ?? "") ?? "page";
}

function foldersOf(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
