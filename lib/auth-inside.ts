import NextAuth, { type AuthOptions } from "next-auth";

/** What next-auth answered: all its cookies, and where it would send the browser. */
export interface Answered {
  setCookie: string[];
  location: string | null;
}

interface InnerResponse {
  status(code: number): InnerResponse;
  getHeader(name: string): string[] | undefined;
  setHeader(name: string, value: string | string[]): InnerResponse;
  json(body: unknown): void;
  send(body: unknown): void;
  end(): void;
}

type Handle = (request: object, response: InnerResponse) => Promise<void>;

/**
 * Sends next-auth a POST of our own, with the CSRF pair that its forms would carry; that the form came from this
 * site, our server has seen by `Origin`. Takes next-auth's path, the options, and what is sent with it.
 */
export async function askNextAuth(
  nextauth: string[],
  options: AuthOptions,
  sent: { fields?: Record<string, string>; cookies?: Record<string, string> },
): Promise<Answered> {
  const handle = NextAuth(options) as Handle;
  const csrf = recorder();
  await handle({ method: "GET", query: { nextauth: ["csrf"] }, cookies: {}, headers: {} }, csrf.response);
  const pair = readCookies(csrf.answered().setCookie);
  const csrfToken = Object.entries(pair)
    .find(([name]) => name.endsWith("csrf-token"))?.[1]
    .split("|")[0];
  const answer = recorder();
  const body = { ...sent.fields, csrfToken };
  await handle({ method: "POST", query: { nextauth }, cookies: { ...sent.cookies, ...pair }, headers: {}, body }, answer.response);
  return answer.answered();
}

/** Hands next-auth the GET by which a provider sends the browser back. Takes next-auth's path, the options, the query and the cookies. */
export async function returnToNextAuth(
  nextauth: string[],
  options: AuthOptions,
  sent: { query: Record<string, string>; cookies: Record<string, string> },
): Promise<Answered> {
  const handle = NextAuth(options) as Handle;
  const answer = recorder();
  const request = { method: "GET", query: { ...sent.query, nextauth }, cookies: sent.cookies, headers: {} };
  await handle(request, answer.response);
  return answer.answered();
}

/** Names and values of `Cookie` pairs or `Set-Cookie` lines. */
export function readCookies(lines: string[] = []): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) found[name] = value.includes("%") ? decode(value) : value;
  }
  return found;
}

/** What next-auth's handler takes for a response: keeps its cookies and where it leads, drops the rest. */
function recorder() {
  const headers = new Map<string, string[]>();
  const response: InnerResponse = {
    status: () => response,
    getHeader: (name) => headers.get(name),
    setHeader: (name, value) => {
      headers.set(name, [value].flat());
      return response;
    },
    json: () => undefined,
    send: () => undefined,
    end: () => undefined,
  };
  const answered = (): Answered => ({ setCookie: headers.get("Set-Cookie") ?? [], location: headers.get("Location")?.[0] ?? null });
  return { response, answered };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}
