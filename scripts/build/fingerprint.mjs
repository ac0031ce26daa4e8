import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

// What is generated, and what only tests read, makes no build stale.
const IGNORED = /(^|\/)lib\/(db\/generated|testing)\/|\.test\.tsx?$/;

/** One hash of the names and contents of files and folders below `root`. What is missing counts as missing. */
export function fingerprint(root, names) {
  const hash = createHash("sha256");
  for (const file of names.flatMap((name) => filesOf(root, name))) {
    if (IGNORED.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(root, name) {
  const at = path.join(root, name);
  if (!fs.existsSync(at)) return [];
  if (!fs.statSync(at).isDirectory()) return [name];
  return fs
    .readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}
