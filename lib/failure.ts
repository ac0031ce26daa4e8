/**
 * What keeps the site from starting and an administrator can mend: shown as its message alone, without a stack.
 * The message says what was found and what to do, in one line.
 */
export class Failure extends Error {
  override name = "Failure";
}
