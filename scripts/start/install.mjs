import fs from "node:fs";
import path from "node:path";
import { runChild } from "./child.mjs";

/** Whether node_modules holds what package-lock.json says, by npm's own record of what it installed. */
export function isInstalled(root) {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!fs.existsSync(record)) return false;
  const { packages: installed } = JSON.parse(fs.readFileSync(record, "utf8"));
  const { packages: wanted } = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8"));
  return Object.entries(wanted).every(([name, { version, integrity, optional, devOptional }]) => {
    // Optional packages are mostly those of other platforms.
    if (name === "" || optional || devOptional) return true;
    const has = installed[name];
    return has?.version === version && has.integrity === integrity && fs.existsSync(path.join(root, name));
  });
}

/** Installs what package-lock.json says, the tools for building included. Throws a Failure with npm's words. */
export async function install(root, signal) {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [process.execPath, [process.env.npm_execpath, ...args]] : ["npm", args];
  await runChild(...npm, { cwd: root, signal });
}
