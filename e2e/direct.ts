import fs from "node:fs";
import { ask, type RawAnswer, type RawQuestion } from "@/e2e/raw";

/** A server action as the build knows it. */
export interface BuiltAction {
  id: string;
  /** `admin/posts#save`: the folder of its actions.ts, and its name. */
  name: string;
  /** The address of a page that it may be sent to. */
  path: string;
  /** How many arguments it reads: one is a value; of more the last is a form, after what is bound to it and the state before it. */
  argumentCount: number;
}

const NOBODYS_ID = "01890000-0000-7000-8000-000000000000";

interface Manifest {
  node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
}

/** Every server action of the build (Next's server-reference-manifest). */
export function builtActions(): BuiltAction[] {
  const { node } = JSON.parse(fs.readFileSync(".next/server/server-reference-manifest.json", "utf8")) as Manifest;
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    const folder = filename.replace(/^app\/\(newsroom\)\/|\/[^/]+$/g, "");
    const pages = Object.keys(workers).sort((a, b) => Number(a.includes("[")) - Number(b.includes("[")));
    return { id, name: `${folder}#${exportedName}`, path: addressOf(pages[0] ?? ""), argumentCount: argumentsOf(id) };
  });
}

/** The address of a page's file, with an id that nothing has in the place of each parameter. */
export function addressOf(page: string): string {
  return `/${page}`.replace(/^\/app|\/\([^)]+\)|\/page(\.tsx)?$/g, "").replace(/\[[^\]]+\]/g, NOBODYS_ID);
}

/** An id begins with a byte whose bits 6 to 1 say which arguments the action reads. */
function argumentsOf(id: string): number {
  const bits = (parseInt(id.slice(0, 2), 16) >> 1) & 0x3f;
  return bits.toString(2).replaceAll("0", "").length;
}

/** Who calls an action: by which cookie, and with which headers beside those of the newsroom's pages. */
interface Caller {
  cookie?: string;
  headers?: RawQuestion["headers"];
}

/** Sends an action without its page: to whom, by whom, and the fields of its form or of its value. */
export function callAction(site: string, action: BuiltAction, { fields, ...by }: Caller & { fields: Record<string, string> }) {
  return action.argumentCount > 1 ? send(site, action, by, asForm(fields, action.argumentCount)) : callWith(site, action, by, [fields]);
}

/** The same with arguments of any kind (React's `encodeReply` of them: in strings a `$` at the beginning is a mark). */
export function callWith(site: string, action: BuiltAction, by: Caller, given: unknown[]): Promise<RawAnswer> {
  return send(site, action, by, { type: "text/plain;charset=UTF-8", body: JSON.stringify(given) });
}

function send(site: string, action: BuiltAction, { cookie, headers = {} }: Caller, { type, body }: { type: string; body: string }) {
  return ask(site, {
    path: action.path,
    method: "POST",
    headers: {
      "next-action": action.id,
      "content-type": type,
      accept: "text/x-component",
      origin: site,
      ...(cookie && { cookie }),
      ...headers,
    },
    body,
  });
}

/** What an action answered, without the page that may come with it (React's Flight: row 1). */
export function valueOf({ body }: RawAnswer): string {
  return /^1:.*$/m.exec(body.toString())?.[0] ?? "";
}

/** Where an action sends the browser that called it, if it does. */
export function redirectOf({ headers }: RawAnswer): string {
  return String(headers["x-action-redirect"] ?? headers.location ?? "");
}

/** React's `encodeReply` of `[{}, …, form]`: the arguments in part 0, the form's fields in parts of its number. */
function asForm(fields: Record<string, string>, argumentCount: number): { type: string; body: string } {
  const boundary = "a-boundary-of-the-tests";
  const parts = [
    ...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const),
    ["0", JSON.stringify([...Array<object>(argumentCount - 1).fill({}), "$K1"])] as const,
  ];
  const written = parts.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${written.join("")}--${boundary}--\r\n` };
}

/** Signs in without a browser. Returns the session's cookie. */
export async function sessionCookie(site: string, address: string, credentials: { email: string; password: string }): Promise<string> {
  const answer = await ask(site, {
    path: "/api/auth/sign-in",
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": address, origin: site },
    body: new URLSearchParams(credentials).toString(),
  });
  const [cookie = ""] = answer.headers["set-cookie"] ?? [];
  if (answer.status !== 303 || !cookie) throw new Error(`Not signed in: ${answer.status}`);
  return cookie.slice(0, cookie.indexOf(";"));
}
