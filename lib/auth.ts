import { cache } from "react";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession, type AuthOptions } from "next-auth";
import { config } from "@/lib/config";
import { keyFor } from "@/lib/keys";
import { actionBegins, askedPath } from "@/lib/server/bridge";
import { signInPath } from "@/lib/users/callback-path";
import type { Actor } from "@/lib/users/policy";
import { sessionActor } from "@/lib/users/session";
import { challengeCookieName, isSecure, SESSION_SECONDS, sessionCookieName } from "@/lib/users/session-cookie";

declare module "next-auth" {
  interface Session {
    sessionId: string;
  }
  interface User {
    sessionId: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionId: string;
  }
}

/**
 * Who is signed in, or null. The session is looked up in the database on each request, so that an ended one, or a
 * deactivated user's, is none at once. Throws when the database is away: within next-auth's callbacks that would
 * count as signed out, which is why it is asked here. Once a render.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  actionBegins();
  const sessionId = await currentSessionId();
  return sessionId ? sessionActor(sessionId) : null;
});

/** Who is signed in; who is not is sent to the sign-in page (CONTRACT.md 13). For pages and server actions. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect(signInPath(askedPath()));
}

/** The id that the request's session cookie carries, if the cookie is one of ours and not too old. */
export async function currentSessionId(): Promise<string | null> {
  const session = await getServerSession(authOptions());
  return session?.sessionId ?? null;
}

/** The untrusted challenge that the request's cookie carries, of who gave the password and not yet the second factor. */
export async function currentChallenge(): Promise<string | null> {
  return (await cookies()).get(challengeCookieName(config().SITE_URL))?.value ?? null;
}

/**
 * next-auth's options: an encrypted cookie that carries nothing but the session's id. The site's address and the key
 * come from our own settings, never from `Host` or NEXTAUTH_* variables.
 */
export function authOptions(): AuthOptions {
  const { SITE_URL } = config();
  const secure = isSecure(SITE_URL);
  const quiet = () => undefined;
  return {
    providers: [],
    secret: keyFor("session cookie").toString("base64url"),
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    cookies: {
      sessionToken: { name: sessionCookieName(SITE_URL), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    callbacks: {
      jwt: ({ token, user, trigger }) => ({ sessionId: trigger === "signIn" ? user.sessionId : token.sessionId }),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
    },
    // It warns of a missing NEXTAUTH_URL, and tells of each forged cookie: neither is news.
    logger: { error: quiet, warn: quiet, debug: quiet },
  };
}
