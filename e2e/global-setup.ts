import { TEMPLATE_VARIABLE } from "@/e2e/environment";
import { startTemplate } from "@/lib/testing/template";

/** Brings up the tests' PostgreSQL for one run of Playwright. */
export default async function setup(): Promise<() => Promise<void>> {
  const template = await startTemplate();
  process.env[TEMPLATE_VARIABLE] = template.url;
  return () => template.stop();
}
