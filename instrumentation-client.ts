import { config } from "zod/v4/core";

/*
 * Next runs it in the newsroom's pages before any of their modules (Next.js docs, "instrumentation-client.js"). zod tries
 * out whether it may make functions from text, as soon as a schema is made; our policy forbids it, and Firefox reports it.
 */
config({ jitless: true });
