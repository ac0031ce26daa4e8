import { AsyncLocalStorage } from "node:async_hooks";
import type { Refusal } from "@/lib/result";
import { shared } from "@/lib/shared";

/** Who sends a request, as our server established it: the address by TRUSTED_PROXIES (CONTRACT.md), the user agent. */
export interface Sender {
  ip: string;
  agent: string;
}

/** A refused form: what was wrong, and the fields as they were typed. */
export interface Refused extends Refusal {
  typed: Record<string, string>;
}

/** A form that is looked at before it is sent: the fields as typed, and what would be shown of them. */
export interface Previewed {
  typed: Record<string, string>;
  name: string;
  /** Safe HTML. */
  html: string;
}

/** What the server knows of the request that is being answered, and what is answered on its way. */
export interface RequestScope {
  sender: Sender;
  /** Names the request in the log, and to the person who sees it fail. */
  id?: string;
  /** Set while Next answers: the path with query of the page or route that it makes. */
  path?: string;
  /** Set while the newsroom answers: the path with query that was asked for. */
  asked?: string;
  /** Set while a shared page is made: the tags of what it shows. */
  shows?: Set<string>;
  /** Set while a page is made: the first instant at which it would say something else by the clock alone. */
  validUntil?: Date;
  /** Set while a page is made: what stood here is gone for good. */
  isGone?: boolean;
  /** Set while a page is made again after a refusal. */
  refused?: Refused;
  /** Set while a page is made again to show what a form would send. */
  previewed?: Previewed;
  /** Set by a route: answer with this page, made again with the refusal or the preview in it. */
  again?: { path: string; status: number } & Pick<RequestScope, "refused" | "previewed">;
  /** Set while a server action is answered: whether its own code has begun, or only Next has read its arguments. */
  action?: "sent" | "begun";
  /** Set when answering failed because the database is away. */
  isOutage?: boolean;
  /** Set by a route: should answering fail, this page holds the typed text. */
  fallback?: { path: string; typed: Record<string, string> };
}

/** Stands in the finished page of a defect where the server writes the request's id. */
export const REQUEST_ID_PLACE = "{request-id}";

/** Around every call of Next's handler stands one scope; only lib/server opens it. */
export const requestScope = shared("requestScope", () => new AsyncLocalStorage<RequestScope>());

/** Notes that the page being made shows what these tags name. Outside a shared page it does nothing. */
export function dependsOn(...tags: string[]): void {
  const shows = requestScope.getStore()?.shows;
  for (const tag of tags) shows?.add(tag);
}

/**
 * Notes that what the page being made says is true until this instant only, such as when comments close: it is not
 * kept longer. Of several the first counts; outside a page it does nothing.
 */
export function validUntil(instant: Date): void {
  const scope = requestScope.getStore();
  if (scope && !(scope.validUntil && scope.validUntil <= instant)) scope.validUntil = instant;
}

/** Lets the address of the page being made, where nothing stands, answer that what stood there is gone for good: 410, and not 404. */
export function goneForGood(): void {
  const scope = requestScope.getStore();
  if (scope) scope.isGone = true;
}

/** Who sends the request that is being answered. Throws outside a request. */
export function sender(): Sender {
  const scope = requestScope.getStore();
  if (!scope) throw new Error("No request is being answered here.");
  return scope.sender;
}

/** The path with query of the page or route that is being answered; empty outside a request. */
export function pathAnswered(): string {
  return requestScope.getStore()?.path ?? "";
}

/** The newsroom's path with query that was asked for, if one was: where to go on after signing in. */
export function askedPath(): string | undefined {
  return requestScope.getStore()?.asked;
}

/** The refusal that the page being made shall show, if it is made again because of one. */
export function refusal(): Refused | undefined {
  return requestScope.getStore()?.refused;
}

/** What the page being made shall show of a form before it is sent, if it is made again for that. */
export function previewed(): Previewed | undefined {
  return requestScope.getStore()?.previewed;
}

/**
 * Answers a form post with its page, made again with the refusal in it (CONTRACT.md 7). Takes the page's path
 * with query, the HTTP status, and the refusal. Returns the empty response that the server replaces by the page.
 */
export function pageAgain(path: string, status: number, refused: Refused): Response {
  const scope = requestScope.getStore();
  if (scope) scope.again = { path, status, refused };
  return new Response(null, { status });
}

/** Answers a form post with its page (200), made again to show what the form would send. Takes the page's path with query. */
export function pageWithPreview(path: string, previewed: Previewed): Response {
  const scope = requestScope.getStore();
  if (scope) scope.again = { path, status: 200, previewed };
  return new Response(null, { status: 200 });
}

/**
 * Lets no typed text be lost when answering fails (the database is away, a defect): the server then answers 503 or
 * 500 with the page at `path`, which finds the refusal `unavailable` and the text by `refusal()`. Takes the path of a
 * page that needs no database, and the fields as typed. A route calls it as soon as it has read the form.
 */
export function keepTyped(path: string, typed: Record<string, string>): void {
  const scope = requestScope.getStore();
  if (scope) scope.fallback = { path, typed };
}

/** Notes that a server action's own code runs: what fails from here on is ours, and not the sender's. lib/auth calls it. */
export function actionBegins(): void {
  const scope = requestScope.getStore();
  if (scope?.action) scope.action = "begun";
}
