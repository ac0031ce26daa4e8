import NextAuth, { type AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { authOptions, currentActor, currentSessionId } from "@/lib/auth";
import { config } from "@/lib/config";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { sessionCookieName } from "@/lib/users/session-cookie";
import { signIn } from "@/lib/users/sign-in";
import { signOut } from "@/lib/users/sign-out";

/**
 * Signs in through next-auth's credentials callback, whose `authorize` is the act signIn. Takes who sends the form
 * and the untrusted e-mail and password. Returns the session's `Set-Cookie` lines, or the act's refusal.
 */
export async function beginSession(
  sender: Sender,
  credentials: { email: string; password: string },
): Promise<Result<{ setCookie: string[] }>> {
  const acts: ReturnType<typeof signIn>[] = [];
  const provider = CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: async (given) => {
      const act = signIn(sender, given);
      acts.push(act);
      const result = await act;
      return result.ok ? { id: result.userId, sessionId: result.sessionId } : null;
    },
  });
  const setCookie = await ask(["callback", "credentials"], { ...authOptions(), providers: [provider] }, { fields: credentials });
  const result = await acts[0]; // next-auth swallows what authorize throws: here it comes out
  if (!result) throw new Error("next-auth did not ask for the credentials.");
  return result.ok ? { ok: true, setCookie } : result;
}

/**
 * Ends the request's session in the database, then has next-auth take its cookie away. Takes the request; returns
 * the `Set-Cookie` lines, none when there was no cookie.
 */
export async function endSession(request: Request): Promise<string[]> {
  const [actor, sessionId] = [await currentActor(), await currentSessionId()];
  if (actor && sessionId) await signOut(actor, { sessionId });
  return ask(["signout"], authOptions(), { cookies: readCookies(request.headers.get("cookie")?.split("; ")) });
}

interface InnerResponse {
  status(code: number): InnerResponse;
  getHeader(name: string): string[] | undefined;
  setHeader(name: string, value: string | string[]): InnerResponse;
  json(body: unknown): void;
  send(body: unknown): void;
  end(): void;
}

/**
 * Sends next-auth a POST of our own, with the CSRF pair that its forms would carry; that the form came from this
 * site, our server has seen by `Origin`. Returns the session's `Set-Cookie` lines. Where next-auth would redirect
 * to is not used: the routes decide that.
 */
async function ask(nextauth: string[], options: AuthOptions, sent: { fields?: Record<string, string>; cookies?: Record<string, string> }) {
  const handle = NextAuth(options) as (request: object, response: InnerResponse) => Promise<void>;
  const csrf = recorder();
  await handle({ method: "GET", query: { nextauth: ["csrf"] }, cookies: {}, headers: {} }, csrf.response);
  const pair = readCookies(csrf.setCookie());
  const csrfToken = Object.entries(pair)
    .find(([name]) => name.endsWith("csrf-token"))?.[1]
    .split("|")[0];
  const answer = recorder();
  await handle(
    { method: "POST", query: { nextauth }, cookies: { ...sent.cookies, ...pair }, headers: {}, body: { ...sent.fields, csrfToken } },
    answer.response,
  );
  return answer.setCookie().filter((line) => line.startsWith(`${sessionCookieName(config().SITE_URL)}=`));
}

/** What next-auth's handler takes for a response: keeps its cookies, drops the rest. */
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
  return { response, setCookie: () => headers.get("Set-Cookie") ?? [] };
}

/** Names and values of `Cookie` pairs or `Set-Cookie` lines. */
function readCookies(lines: string[] = []): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) found[name] = value.includes("%") ? decode(value) : value;
  }
  return found;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}
