import { TEST_SECRET } from "@/lib/testing/secret";
import { cloneUrl } from "@/lib/testing/clone";

/** The template's address, from the global setup to the workers. */
export const TEMPLATE_VARIABLE = "LESERBRIEF_TEST_TEMPLATE";

/** What tells the database of this Playwright worker from others. In the main process, which only lists the tests, an address that nobody opens. */
export const workerMark = `e2e_${process.env.TEST_WORKER_INDEX ?? "none"}`;

/** The template's address; nothing is connected to it in the main process. */
export const templateUrl = () => process.env[TEMPLATE_VARIABLE] ?? "postgres://nobody@127.0.0.1:1/none";

/**
 * Points lib/config at this worker's database, so that specs may import the domain's reads and makers as unit
 * tests do. It runs before any spec is loaded: clients read the settings once.
 */
export function setEnvironment(): void {
  Object.assign(process.env, { DATABASE_URL: cloneUrl(templateUrl(), workerMark), SITE_SECRET: TEST_SECRET });
}
