import fs from "node:fs";
import path from "node:path";

/**
 * Gives the files that a page names the names that they have with their hash, so that they can be kept for good: pages
 * are written with `/islands/NAME.js` and `/fonts/NAME.woff2`, in quotes, `link` headers in brackets. Takes the folder
 * that holds build/; what is in no manifest stays as it is.
 */
export function builtNames(root: string): (written: string) => string {
  const names = new Map([...manifest(root, "islands", "js"), ...manifest(root, "fonts", "woff2")]);
  return (written) => written.replace(/(?<=["<])\/(?:islands|fonts)\/[a-z-]+\.(?:js|woff2)(?=[">])/g, (name) => names.get(name) ?? name);
}

function manifest(root: string, folder: string, extension: string): [string, string][] {
  const file = path.join(root, "build", folder, "manifest.json");
  const names: unknown = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
  return Object.entries(names ?? {}).map(([name, hashed]) => [`/${folder}/${name}.${extension}`, `/${folder}/${String(hashed)}`]);
}
