import fs from "node:fs";
import path from "node:path";

/**
 * Gives a page's islands their files' names with the hash, so that they can be kept for good: pages are written with
 * `/islands/NAME.js`. Takes the folder that holds build/; what is not in the manifest stays as it is.
 */
export function islandNames(root: string): (html: string) => string {
  const file = path.join(root, "build/islands/manifest.json");
  const manifest: unknown = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
  const names = new Map(Object.entries(manifest ?? {}).map(([name, hashed]) => [name, String(hashed)]));
  return (html) =>
    html.replace(/"\/islands\/([a-z-]+)\.js"/g, (written, name: string) => {
      const hashed = names.get(name);
      return hashed === undefined ? written : `"/islands/${hashed}"`;
    });
}
