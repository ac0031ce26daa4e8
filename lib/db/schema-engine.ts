import fs from "node:fs";
import { createRequire } from "node:module";
import { logError } from "@/lib/log";
import { shared } from "@/lib/shared";

/** The part of Prisma's schema engine that is used here. */
export interface SchemaEngine {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  markMigrationRolledBack(input: { migrationName: string }): Promise<void>;
  diff(input: unknown): Promise<{ stdout: string | null }>;
}

interface EngineModule {
  SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<SchemaEngine> };
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

const MODULE = "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's official schema engine compiled to WASM, so that nothing is downloaded. Loaded once a process: a second
 * instance breaks the first.
 */
export function loadSchemaEngine(): Promise<EngineModule> {
  return shared("schemaEngine", load);
}

async function load(): Promise<EngineModule> {
  const engine = (await import(/* turbopackIgnore: true */ MODULE)) as EngineModule;
  const wasm = fs.readFileSync(
    createRequire(import.meta.url)
      .resolve(MODULE)
      .replace(/\.js$/, ".wasm"),
  );
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": withoutTimers(engine) });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const home = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void } };
  home.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => logError("schema engine", new Error(message)) };
  return engine;
}

/** Its 10 s timer outlives its work: unreferenced, it does not keep the process. */
function withoutTimers(engine: EngineModule): WebAssembly.ModuleImports {
  const imports = { ...engine } as unknown as WebAssembly.ModuleImports;
  const name = Object.keys(imports).find((key) => key.startsWith("__wbg_setTimeout"));
  if (name) imports[name] = (work: () => void, ms: number) => setTimeout(work, ms).unref();
  return imports;
}
