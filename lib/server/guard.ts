import type { IncomingMessage } from "node:http";
import type { ErrorCode } from "@/lib/result";
import { isOurOrigin } from "@/lib/server/origin";
import type { Surface } from "@/lib/server/surface";

const CHANGING = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;
/** The newsroom's scripts send JSON here: a form of another site cannot (Fetch standard, "CORS-safelisted"). */
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const NEWSROOM_ROUTE = /^\/api\/(desk|media|posts)(\/|$)/;
const ACTION_TYPE = /^(multipart\/form-data|text\/plain)\s*(;|$)/i;

/** The methods that a surface takes, as `Allow` names them. */
export const ALLOWED: Record<Surface, string[]> = {
  page: ["GET", "HEAD"],
  own: ["GET", "HEAD"],
  file: ["GET", "HEAD"],
  media: ["GET", "HEAD"],
  newsroom: ["GET", "HEAD", "POST"],
  api: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
};

/** What is judged of a request before its body is read. */
export interface Judged {
  request: IncomingMessage;
  surface: Surface;
  path: string;
  /** The name of the session cookie (lib/users/session-cookie). */
  sessionCookie: string;
}

/** Whether a request may change something: only then are its origin and its body looked at. */
export function isChanging(request: IncomingMessage): boolean {
  return CHANGING.has(request.method ?? "");
}

/**
 * Why a request is refused before anything of it is parsed (DESIGN.md §5, CONTRACT.md 15), or null: a method that the
 * surface does not take; a change from another site, or, where only the newsroom writes, from nobody; a body that is
 * no form; an action without a session.
 */
export function refusalBeforeBody({ request, surface, path, sessionCookie }: Judged): ErrorCode | null {
  if (!ALLOWED[surface].includes(request.method ?? "")) return "methodNotAllowed";
  if (!isChanging(request)) return null;
  const isNewsroomWrite = surface === "newsroom" || NEWSROOM_ROUTE.test(path);
  if (isForeign(request, isNewsroomWrite)) return "foreignOrigin";
  const type = request.headers["content-type"] ?? "";
  if (surface === "newsroom") return refusalOfAction(request, type, sessionCookie);
  const isTaken = FORM_TYPE.test(type) || (NEWSROOM_ROUTE.test(path) && JSON_TYPE.test(type));
  return hasBody(request) && !isTaken ? "unsupportedType" : null;
}

function isForeign({ headers }: IncomingMessage, mustBeNamed: boolean): boolean {
  if (headers.origin !== undefined) return !isOurOrigin(headers.origin);
  return mustBeNamed || headers["sec-fetch-site"] === "cross-site";
}

function refusalOfAction({ headers }: IncomingMessage, type: string, sessionCookie: string): ErrorCode | null {
  if (!ACTION_TYPE.test(type)) return "unsupportedType";
  const hasSession = (headers.cookie ?? "").split(/;\s*/).some((pair) => pair.startsWith(`${sessionCookie}=`));
  return hasSession ? null : "forbidden";
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
