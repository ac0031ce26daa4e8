import { pageAgain, type Refused } from "@/lib/server/bridge";
import type { Refusal } from "@/lib/result";
import { statusOf } from "@/lib/status-of";

/** A form as it was typed: its text fields (the first of each name), or why it could not be read. */
export type TypedForm = { ok: true; fields: Record<string, string> } | Refusal;

/**
 * Reads a urlencoded or multipart form (HTML, "form submission"). Files are left out. Never throws: a body that
 * cannot be read is the refusal `unreadable`, another content type `unsupportedType`.
 */
export async function readForm(request: Request): Promise<TypedForm> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return { ok: false, error: "unsupportedType" };
  const form = await request.formData().catch(() => null);
  if (!form) return { ok: false, error: "unreadable" };
  return { ok: true, fields: textFields(form) };
}

/**
 * Reads a JSON body, which only the newsroom's own scripts send. Never throws: what is no JSON is the refusal
 * `unreadable`, another content type `unsupportedType`.
 */
export async function readJson(request: Request): Promise<{ ok: true; value: unknown } | Refusal> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return { ok: false, error: "unsupportedType" };
  const text = await request.text();
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, error: "unreadable" };
  }
}

/** Answers a script of the newsroom with an act's result. */
export function jsonAnswer(result: { ok: true } | Refusal): Response {
  return Response.json(result, { status: result.ok ? 200 : statusOf(result.error), headers: { "cache-control": "no-store" } });
}

/** The form that an action was sent; what is none, as it may be sent by hand, counts as an empty one. */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

/** The text fields of a form, the first of each name; files are left out. What is no form has none (`formOf`). */
export function textFields(form: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of formOf(form)) if (typeof value === "string" && !Object.hasOwn(fields, name)) fields[name] = value;
  return fields;
}

/** Sends the browser on after a form post (303, RFC 9110 §15.4.4), to a path of this site. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

/** Whether the sender asked for the act's result as JSON (an island) and not for a page. */
export function wantsJson(request: Request): boolean {
  return (request.headers.get("accept") ?? "").includes("application/json");
}

/**
 * Answers a refused form: JSON to an island, otherwise the page at `path` again with the refusal and all typed text
 * (CONTRACT.md 7). Takes the request, the fields as typed, the refusal, and the page's path with query.
 */
export function refused(request: Request, typed: Record<string, string>, refusal: Refusal, path: string): Response {
  const status = statusOf(refusal.error);
  const again: Refused = { ...refusal, typed };
  const response = wantsJson(request) ? Response.json(refusal, { status }) : pageAgain(path, status, again);
  response.headers.set("cache-control", "no-store");
  if (refusal.retryAfter) response.headers.set("retry-after", String(refusal.retryAfter));
  return response;
}
