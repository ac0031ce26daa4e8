import path from "node:path";
import { z } from "zod";

const port = z.coerce.number("a whole number").int("a whole number").min(1, "1 to 65535").max(65535, "1 to 65535");
const httpAddress = z.url({ protocol: /^https?$/, error: "an http:// or https:// address" });

const settings = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().default("127.0.0.1"),
    SITE_URL: httpAddress.optional(),
    DATA_DIR: z.string().default("./var"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "a postgresql:// address" }).optional(),
    SITE_SECRET: z.string().min(32, "at least 32 characters").optional(),
    TRUSTED_PROXIES: z.coerce.number("a whole number from 0").int("a whole number from 0").min(0, "a whole number from 0").default(0),
    ADMIN_EMAIL: z.email("an e-mail address").default("admin@example.org"),
    ADMIN_PASSWORD: z.string().min(12, "at least 12 characters").optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "an smtp:// or smtps:// address" }).optional(),
    SITE_LOCALE: z.enum(["en", "de"], "en or de").default("en"),
    SITE_TIME_ZONE: z.string().refine(isTimeZone, "a time zone of the IANA list, such as Europe/Berlin").default("UTC"),
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
  throw new Error(
    parsed.error.issues
      .map(({ path: [name], message }) => `${String(name)} is ${shown(String(name), given)}, but must be ${message}.`)
      .join("\n"),
  );
}

const SECRET = new Set(["DATABASE_URL", "SITE_SECRET", "ADMIN_PASSWORD", "SMTP_URL"]);
function shown(name: string, given: Record<string, string | undefined>): string {
  return SECRET.has(name) ? "not usable (value not shown)" : JSON.stringify(given[name] ?? null);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

let parsed: Config | undefined;

/** The process's settings, parsed once. Throws as `readConfig` does. */
export function config(): Config {
  return (parsed ??= readConfig(process.env));
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
