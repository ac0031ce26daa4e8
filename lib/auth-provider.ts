import type { AuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { authOptions } from "@/lib/auth";
import { begunBy, ofSession, type Begun } from "@/lib/auth-forms";
import { askNextAuth, readCookies, returnToNextAuth } from "@/lib/auth-inside";
import { config, signInProvider } from "@/lib/config";
import { logError } from "@/lib/log";
import type { Result } from "@/lib/result";
import type { Sender } from "@/lib/server/bridge";
import { callbackPath } from "@/lib/users/callback-path";
import type { Entered } from "@/lib/users/open-session";
import { signInByProvider } from "@/lib/users/sign-in-by-provider";

const ID = "oidc";

/** Where the provider sends the browser back to; it must know this address. */
const RETURN_PATH = `/api/auth/callback/${ID}`;

/**
 * Begins to sign in by the provider of the settings (OpenID Connect, code flow with PKCE, state and nonce), through
 * next-auth. Takes the untrusted path to go to afterwards. Returns where to send the browser and the cookies that
 * belong to it; null when no provider is set or it cannot be reached.
 */
export async function startAtProvider(callbackUrl: unknown): Promise<{ location: string; setCookie: string[] } | null> {
  const options = optionsWith(() => Promise.resolve({ ok: false, error: "signInFailed" }));
  if (!options) return null;
  const { location, setCookie } = await askNextAuth(["signin", ID], options, { fields: { callbackUrl: callbackPath(callbackUrl) } });
  // What is not the provider's is next-auth's own error page.
  const isOnItsWay = location !== null && new URL(location).searchParams.has("state");
  return isOnItsWay ? { location, setCookie: withoutCsrf(setCookie) } : null;
}

/**
 * Goes on when the provider sends the browser back. Takes who comes and the request. Returns the `Set-Cookie` lines of
 * the session, or of the challenge for a second factor, and the path to go to; or `signInFailed` for whoever is not
 * known here or comes with nothing of ours, `notFound` when no provider is set.
 */
export async function returnFromProvider(sender: Sender, request: Request): Promise<Begun & { path?: string }> {
  const acts: Promise<Result<Entered>>[] = [];
  const issuer = signInProvider()?.issuer ?? "";
  const options = optionsWith((claims) => {
    const act = signInByProvider(sender, issuer, claims);
    acts.push(act);
    return act;
  });
  if (!options) return { ok: false, error: "notFound" };
  const cookies = readCookies(request.headers.get("cookie")?.split("; "));
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { location, setCookie } = await returnToNextAuth(["callback", ID], options, { query, cookies });
  const result = (await acts[0]) ?? { ok: false, error: "signInFailed" }; // next-auth swallows what the act throws: here it comes out
  if (!result.ok) return result;
  const begun = begunBy(result, ofSession(setCookie));
  const own = withoutCsrf(setCookie).filter((line) => !ofSession([line]).length);
  // An unfinished sign-in ends at next-auth's error page; the path that was asked for stands in its cookie.
  const path = callbackPath(
    begun.ok && begun.isComplete ? location : Object.entries(cookies).find(([name]) => name.endsWith("callback-url"))?.[1],
  );
  return begun.ok ? { ...begun, setCookie: [...own, ...begun.setCookie], path } : begun;
}

function optionsWith(act: (claims: unknown) => Promise<Result<Entered>>): AuthOptions | null {
  const settings = signInProvider();
  if (!settings) return null;
  const { issuer, clientId, clientSecret, name } = settings;
  const returnAddress = new URL(RETURN_PATH, config().SITE_URL).href;
  const options = authOptions();
  let subject: string | undefined;
  const provider: OAuthConfig<object> = {
    id: ID,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid email" } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    // next-auth knows its own address by NEXTAUTH_URL only; ours stands in the settings.
    client: { redirect_uris: [returnAddress] },
    token: {
      request: async ({ client, params, checks }) => {
        const tokens = await client.callback(returnAddress, params, checks);
        subject = tokens.claims().sub;
        return { tokens };
      },
    },
    // The e-mail need not stand in the ID token (OpenID Connect Core §5.4); the answer must be about the same person (§5.3.2).
    userinfo: {
      request: async ({ client, tokens }) => {
        const claims = await client.userinfo(tokens.access_token ?? "");
        if (claims.sub !== subject) throw new Error("The provider's claims are about somebody else than its ID token.");
        return claims;
      },
    },
    profile: async (claims) => {
      const result = await act(claims);
      return { id: "provider", sessionId: result.ok && result.sessionId !== undefined ? result.sessionId : "" };
    },
  };
  return {
    ...options,
    providers: [provider],
    callbacks: {
      ...options.callbacks,
      signIn: ({ user }) => user.sessionId !== "",
      redirect: ({ url }) => callbackPath(url),
    },
    logger: { ...options.logger, error: (code, metadata) => logError("signing in by the provider failed", causeOf(metadata), { code }) },
  };
}

function causeOf(metadata: unknown): unknown {
  const isWrapped = typeof metadata === "object" && metadata !== null && "error" in metadata;
  return isWrapped ? metadata.error : metadata;
}

/** Our forms carry no token of next-auth's: it needs no cookie in the browser. */
function withoutCsrf(lines: string[]): string[] {
  return lines.filter((line) => !/^[^=]*csrf-token=/.test(line));
}
