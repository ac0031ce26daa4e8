import path from "node:path";
import { z } from "zod";
import { Failure } from "@/lib/failure";
import { interfaceLanguages } from "@/lib/i18n/messages";
import { isConfidential, namesBucket } from "@/lib/setting-addresses";
import { isTimeZone } from "@/lib/settings/time-zones";

const SITE_ADDRESS = "an http:// or https:// address without a path";

const OIDC_ADDRESS = "an https:// address (http:// on a loopback name), the issuer's as it names itself";
const OIDC_TOGETHER = "given together with OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET";

const S3_ADDRESS = "an address like https://KEY:SECRET@HOST/BUCKET?region=REGION, key and secret percent-encoded";

/** The languages are read from their files: not before the environment is. */
const isInterfaceLanguage = (code: string) => interfaceLanguages().includes(code);

const whole = (allowed: string, fits: (value: number) => boolean) =>
  z
    .string()
    .regex(/^\d{1,9}$/, allowed)
    .transform(Number)
    .refine(fits, allowed);
const httpAddress = z
  .url({ protocol: /^https?$/, error: SITE_ADDRESS })
  .refine((url) => !URL.canParse(url) || new URL(url).pathname === "/", SITE_ADDRESS);

const settings = z
  .object({
    PORT: whole("a whole number from 1 to 65535", (port) => port >= 1 && port <= 65_535).default(3000),
    HOST: z
      .string()
      .regex(/^[a-z0-9.:-]+$/i, "a host name or an IP address")
      .default("127.0.0.1"),
    SITE_URL: httpAddress.optional(),
    DATA_DIR: z.string().default("./var"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "a postgresql:// address" }).optional(),
    SITE_SECRET: z.string().min(32, "at least 32 characters").optional(),
    TRUSTED_PROXIES: whole("a whole number from 0 to 20", (count) => count <= 20).default(0),
    ADMIN_EMAIL: z.email("an e-mail address").default("admin@example.org"),
    ADMIN_PASSWORD: z.string().min(12, "at least 12 characters").optional(),
    S3_URL: z
      .url({ protocol: /^https?$/, error: S3_ADDRESS })
      .refine(namesBucket, S3_ADDRESS)
      .optional(),
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: OIDC_ADDRESS })
      .refine(isConfidential, OIDC_ADDRESS)
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(60, "at most 60 characters").default("OpenID Connect"),
    INDEXNOW_URL: z.url({ protocol: /^https?$/, error: "an http:// or https:// address" }).default("https://api.indexnow.org/indexnow"),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "an smtp:// or smtps:// address" }).optional(),
    SITE_LOCALE: z
      .string()
      .refine(isInterfaceLanguage, { error: () => interfaceLanguages().join(" or ") })
      .default("en"),
    SITE_TIME_ZONE: z.string().refine(isTimeZone, "a time zone of the IANA list, such as Europe/Berlin").default("UTC"),
  })
  .superRefine((env, context) => {
    const parts = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
    const missing = parts.filter((name) => env[name] === undefined);
    if (missing.length === parts.length) return;
    for (const name of missing) context.addIssue({ code: "custom", path: [name], message: OIDC_TOGETHER });
  })
  .transform((env) => ({
    ...env,
    SITE_URL: new URL(env.SITE_URL ?? `http://localhost:${env.PORT}`).origin,
    DATA_DIR: path.resolve(env.DATA_DIR),
  }));

/** The settings of CONTRACT.md, as the environment gives them. SITE_URL is an origin, DATA_DIR an absolute path. */
export type Config = z.infer<typeof settings>;

/**
 * Parses the environment. Empty values count as not set.
 * Throws one line per wrong setting: its name, what was found, what is allowed (never a secret's value).
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = new Map(parsed.error.issues.map(({ path: [name], message }) => [String(name), message]));
  throw new Failure(
    [...wrong].map(([name, allowed]) => `${name} is ${shown(name, given[name] ?? "")}, but must be ${allowed}.`).join("\n"),
  );
}

/** A value for a message: of secrets their length, of addresses what stands outside `user:password@`. */
function shown(name: string, value: string): string {
  if (name === "SITE_SECRET" || name === "ADMIN_PASSWORD" || name === "OIDC_CLIENT_SECRET") return `${value.length} characters long`;
  return JSON.stringify(name.endsWith("_URL") || name === "OIDC_ISSUER" ? value.replace(/^([a-z0-9+.-]+:)?(\/\/)?.*@/i, "$1$2…@") : value);
}

let parsed: Config | undefined;

/** The process's settings, parsed once. Throws as `readConfig` does. */
export function config(): Config {
  return (parsed ??= readConfig(process.env));
}

/**
 * Sets what the start itself finds or makes: the database's address, the secret, where the data lies. It goes into
 * the environment, since every bundle of this process (pages, routes, the server) holds its own instance of this module.
 */
export function provide(found: { DATABASE_URL?: string; SITE_SECRET?: string; DATA_DIR?: string }): void {
  Object.assign(process.env, found);
  parsed = undefined;
}

/** The OpenID Connect provider that the newsroom may sign in by, as the settings name it; null when they name none. */
export function signInProvider(): { issuer: string; clientId: string; clientSecret: string; name: string } | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = config();
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null;
}

/** The site's secret. Start, dev and the tests make sure that there is one; throws when nobody did. */
export function siteSecret(): string {
  const secret = config().SITE_SECRET;
  if (!secret) throw new Error("SITE_SECRET is not set: start the site with npm start.");
  return secret;
}

/** The owner's database address, used at start only. Throws when nobody set one. */
export function ownerUrl(): string {
  const url = config().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start the site with npm start.");
  return url;
}
