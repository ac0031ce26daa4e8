/**
 * Something that the site stores in does not answer, for now: who asked is answered with 503 and may try again. Known by
 * its name, since one process holds several instances of this module. (The database's own are in lib/db/errors.ts.)
 */
export class Outage extends Error {
  override name = "Outage";
}
