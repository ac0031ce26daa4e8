import type { TestProject } from "vitest/node";
import { startTemplate } from "@/lib/testing/template";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's address of the migrated database that each test file clones. */
    templateUrl: string;
  }
}

/** Brings up the tests' PostgreSQL for one run of vitest. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await startTemplate();
  project.provide("templateUrl", template.url);
  return () => template.stop();
}
