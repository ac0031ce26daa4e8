import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { authOptions, currentActor, currentChallenge, currentSessionId } from "@/lib/auth";
import { askNextAuth, readCookies } from "@/lib/auth-inside";
import { config } from "@/lib/config";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { CHALLENGE_SECONDS } from "@/lib/users/challenge";
import { confirmSignIn } from "@/lib/users/confirm-sign-in";
import type { Entered } from "@/lib/users/open-session";
import { challengeCookie, sessionCookieName } from "@/lib/users/session-cookie";
import { signIn } from "@/lib/users/sign-in";
import { signOut } from "@/lib/users/sign-out";

/** Signed in, or asked for the second factor: the `Set-Cookie` lines of either. */
export type Begun = Result<{ setCookie: string[]; isComplete: boolean }>;

/**
 * Signs in through next-auth's credentials callback, whose `authorize` is the act signIn. Takes who sends the form
 * and the untrusted e-mail and password. Returns the `Set-Cookie` lines, of the session or of the challenge for a
 * second factor; or the act's refusal.
 */
export async function beginSession(sender: Sender, credentials: { email: string; password: string }): Promise<Begun> {
  return throughNextAuth(credentials, (given) => signIn(sender, given));
}

/** Goes on with the second factor, by the challenge in the request's cookie. Takes who sends the form and the untrusted code. */
export async function completeSession(sender: Sender, code: string): Promise<Begun> {
  const key = (await currentChallenge()) ?? "";
  const begun = await throughNextAuth({ code }, (given) => confirmSignIn(sender, { key, code: given?.code }));
  return begun.ok ? { ...begun, setCookie: [...begun.setCookie, challengeCookie(config().SITE_URL, null, 0)] } : begun;
}

/** What stands in cookies after the first factor: the session's, which next-auth made, or the challenge's. */
export function begunBy(result: { ok: true } & Entered, sessionCookies: string[]): Begun {
  if (result.challenge === undefined) return { ok: true, setCookie: sessionCookies, isComplete: true };
  return { ok: true, setCookie: [challengeCookie(config().SITE_URL, result.challenge, CHALLENGE_SECONDS)], isComplete: false };
}

/**
 * Ends the request's session in the database, then has next-auth take its cookie away. Takes the request; returns
 * the `Set-Cookie` lines, none when there was no cookie.
 */
export async function endSession(request: Request): Promise<string[]> {
  const [actor, sessionId] = [await currentActor(), await currentSessionId()];
  if (actor && sessionId) await signOut(actor, { sessionId });
  const cookies = readCookies(request.headers.get("cookie")?.split("; "));
  const { setCookie } = await askNextAuth(["signout"], authOptions(), { cookies });
  return ofSession(setCookie);
}

type Act = (given: Record<string, string> | undefined) => Promise<Result<Entered>>;

async function throughNextAuth(fields: Record<string, string>, act: Act): Promise<Begun> {
  const acts: ReturnType<Act>[] = [];
  const provider = CredentialsProvider({
    credentials: Object.fromEntries(Object.keys(fields).map((name) => [name, {}])),
    authorize: async (given) => {
      const running = act(given);
      acts.push(running);
      const result = await running;
      return result.ok && result.sessionId !== undefined ? { id: result.userId, sessionId: result.sessionId } : null;
    },
  });
  const options: AuthOptions = { ...authOptions(), providers: [provider] };
  const { setCookie } = await askNextAuth(["callback", "credentials"], options, { fields });
  const result = await acts[0]; // next-auth swallows what authorize throws: here it comes out
  if (!result) throw new Error("next-auth did not ask for the credentials.");
  return result.ok ? begunBy(result, ofSession(setCookie)) : result;
}

/** Of next-auth's cookies those of the session. */
export function ofSession(lines: string[]): string[] {
  return lines.filter((line) => line.startsWith(`${sessionCookieName(config().SITE_URL)}=`));
}
