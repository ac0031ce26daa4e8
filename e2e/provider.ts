import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** A real OpenID Connect provider on loopback (oidc-provider), with one client. */
export interface TestProvider {
  /** The settings by which a site knows it. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

const CLIENT = { client_id: "leserbrief", client_secret: "a secret of the tests" };

/**
 * Starts a provider whose own pages let in whoever types a name; the name becomes the subject, and the e-mail is
 * `name@example.org`, verified unless the name begins with "unverified". The site's address is told by `knows`, once
 * it is running.
 */
export async function startProvider(): Promise<TestProvider & { knows(siteUrl: string): void }> {
  const server = http.createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.client_id,
      OIDC_CLIENT_SECRET: CLIENT.client_secret,
      OIDC_NAME: "Harbour Login",
    },
    knows: (siteUrl) => {
      const provider = new Provider(issuer, {
        clients: [{ ...CLIENT, redirect_uris: [`${siteUrl}/api/auth/callback/oidc`] }],
        claims: { openid: ["sub"], email: ["email", "email_verified"] },
        findAccount: (_, sub) => ({
          accountId: sub,
          claims: () => ({ sub, email: `${sub}@example.org`, email_verified: !sub.startsWith("unverified") }),
        }),
        cookies: { keys: ["a key of the tests"] },
      });
      server.on("request", (request, response) => void provider.callback()(request, response));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
