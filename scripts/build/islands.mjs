import fs from "node:fs";
import path from "node:path";
import { build, stop } from "esbuild";

/** The oldest browsers in which islands come to life, those that package.json names; older ones have the page that works without. */
const TARGET = ["chrome80", "safari13", "firefox78"];

/** What react-hook-form uses of React's default export. */
const OF_PREACT = "Fragment, createContext, createElement";
const OF_ITS_HOOKS = "useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState";

/**
 * Modules of our own making, by name. React's place is taken by Preact: a tenth of it, and it hydrates the same HTML.
 * Its preact/compat (2 KB) is left out: islands write `onInput`, as browsers call it, and pass no `ref` to components.
 */
const MODULES = {
  react: `
    import { ${OF_PREACT} } from "preact";
    import { ${OF_ITS_HOOKS} } from "preact/hooks";
    export * from "preact";
    export * from "preact/hooks";
    export default { ${OF_PREACT}, ${OF_ITS_HOOKS} };`,
  "react/jsx-runtime": `export * from "preact/jsx-runtime";`,
  // zod tries out whether it may make functions from text, which the policy of readers' pages forbids and reports.
  jitless: `import { config } from "zod/mini"; config({ jitless: true });`,
};

/**
 * Bundles what readers' pages need in the browser into build/islands: every `components/public/NAME.island.tsx`,
 * which exports its component in PascalCase, boot.js, which wakes them, share.js and former.js. Each file's name carries its hash;
 * manifest.json says which is which, for lib/server/built-names.ts.
 */
export async function bundleIslands(root) {
  const outdir = path.join(root, "build/islands");
  fs.rmSync(outdir, { recursive: true, force: true });
  const common = {
    absWorkingDir: root,
    outdir,
    entryNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    metafile: true,
    target: TARGET,
    // esbuild takes it for missing in Safari 13 for a fault in rare forms of it (webkit.org/b/166171), which are not used here.
    supported: { destructuring: true },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  };
  const boot = await build({
    ...common,
    entryPoints: { boot: "components/public/boot.ts", share: "components/public/share.ts", former: "components/public/former-comment.ts" },
    // What boot.js needs only later comes by itself, under its own name.
    chunkNames: "[name]-[hash]",
    splitting: true,
    format: "esm",
  });
  // Each by itself: no page has two of them, and what they would share weighs more in files of its own.
  const bundle = (name) =>
    build({
      ...common,
      entryPoints: { [name]: `island:${name}` },
      chunkNames: "shared-[hash]",
      splitting: true,
      format: "esm",
      jsx: "automatic",
      plugins: [islandEntries(root)],
    });
  const islands = await Promise.all(islandNames(root).map(bundle));
  const manifest = Object.assign({}, ...[boot, ...islands].map(({ metafile }) => addressesOf(metafile)));
  fs.mkdirSync(outdir, { recursive: true });
  fs.writeFileSync(path.join(outdir, "manifest.json"), JSON.stringify(manifest));
  await stop();
}

function islandNames(root) {
  const files = fs.readdirSync(path.join(root, "components/public"));
  return files.filter((file) => file.endsWith(".island.tsx")).map((file) => file.slice(0, -".island.tsx".length));
}

/** An island's entry: what boot.js calls with the island's element and its props. */
function islandEntries(root) {
  const source = (name) => `
    import "jitless";
    import { createElement, hydrate } from "preact";
    import { ${pascalCase(name)} as Island } from "./components/public/${name}.island";
    export default (home, props) => hydrate(createElement(Island, props), home);`;
  return {
    name: "islands",
    setup(build) {
      build.onResolve({ filter: /^island:/ }, ({ path }) => ({ path: path.slice("island:".length), namespace: "island" }));
      build.onLoad({ filter: /.*/, namespace: "island" }, ({ path }) => ({ contents: source(path), resolveDir: root }));
      build.onResolve({ filter: /^(react|react\/jsx-runtime|jitless)$/ }, ({ path }) => ({ path, namespace: "module" }));
      build.onLoad({ filter: /.*/, namespace: "module" }, ({ path }) => ({ contents: MODULES[path], resolveDir: root }));
    },
  };
}

function pascalCase(name) {
  return name.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
}

function addressesOf({ outputs }) {
  const entries = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint);
  return Object.fromEntries(entries.map(([file]) => [path.basename(file).replace(/-[A-Z0-9]{8}\.js$/, ""), path.basename(file)]));
}
