import { expect, test } from "vitest";
import { readConfig } from "@/lib/config";
import { Failure } from "@/lib/failure";
import { interfaceLanguages } from "@/lib/i18n/messages";

const read = (given: Record<string, string>) => readConfig({ NODE_ENV: "test", ...given });

test("without any setting the site stands on localhost:3000 and keeps its data in ./var", () => {
  expect(read({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", SITE_URL: "http://localhost:3000", DATA_DIR: `${process.cwd()}/var` });
});

test("the site's address follows the port, and an empty value counts as not set", () => {
  expect(read({ PORT: "8080", HOST: "" })).toMatchObject({ SITE_URL: "http://localhost:8080", HOST: "127.0.0.1" });
});

test.each([
  ["PORT", "3000a", 'PORT is "3000a", but must be a whole number from 1 to 65535.'],
  ["PORT", "70000", 'PORT is "70000", but must be a whole number from 1 to 65535.'],
  ["PORT", "0", 'PORT is "0", but must be a whole number from 1 to 65535.'],
  ["HOST", "not a host", 'HOST is "not a host", but must be a host name or an IP address.'],
  ["SITE_URL", "example.org", 'SITE_URL is "example.org", but must be an http:// or https:// address without a path.'],
  [
    "SITE_URL",
    "https://example.org/news",
    'SITE_URL is "https://example.org/news", but must be an http:// or https:// address without a path.',
  ],
  ["DATABASE_URL", "mysql://me:pw@db/x", 'DATABASE_URL is "mysql://…@db/x", but must be a postgresql:// address.'],
  ["SITE_SECRET", "short", "SITE_SECRET is 5 characters long, but must be at least 32 characters."],
  ["TRUSTED_PROXIES", "-1", 'TRUSTED_PROXIES is "-1", but must be a whole number from 0 to 20.'],
  ["ADMIN_EMAIL", "nobody", 'ADMIN_EMAIL is "nobody", but must be an e-mail address.'],
  ["ADMIN_PASSWORD", "geheim", "ADMIN_PASSWORD is 6 characters long, but must be at least 12 characters."],
  ["SMTP_URL", "mail.example.org", 'SMTP_URL is "mail.example.org", but must be an smtp:// or smtps:// address.'],
  [
    "S3_URL",
    "https://key:geheim@s3.example.org/",
    'S3_URL is "https://…@s3.example.org/", but must be an address like https://KEY:SECRET@HOST/BUCKET?region=REGION, key and secret percent-encoded.',
  ],
  [
    "S3_URL",
    "key:geheim@s3.example.org/media",
    'S3_URL is "key:…@s3.example.org/media", but must be an address like https://KEY:SECRET@HOST/BUCKET?region=REGION, key and secret percent-encoded.',
  ],
  ["SITE_LOCALE", "xx", `SITE_LOCALE is "xx", but must be ${interfaceLanguages().join(" or ")}.`],
  ["SITE_TIME_ZONE", "Mars/Base", 'SITE_TIME_ZONE is "Mars/Base", but must be a time zone of the IANA list, such as Europe/Berlin.'],
])("%s=%s is refused in one line that says what is allowed", (name, value, line) => {
  expect(() => read({ [name]: value })).toThrow(new Failure(line));
});

test("several wrong settings are told at once, a line each", () => {
  expect(() => read({ PORT: "x", SITE_LOCALE: "x" })).toThrow(/^PORT is .*\nSITE_LOCALE is .*$/);
});

test("a sign-in provider's settings are given together or not at all, and its secret is never told", () => {
  expect(() => read({ OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_SECRET: "geheim" })).toThrow(
    new Failure('OIDC_CLIENT_ID is "", but must be given together with OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.'),
  );
  const all = { OIDC_ISSUER: "http://localhost:4000", OIDC_CLIENT_ID: "leserbrief", OIDC_CLIENT_SECRET: "geheim" };
  expect(read(all)).toMatchObject({ ...all, OIDC_NAME: "OpenID Connect" });
  for (const OIDC_ISSUER of [
    "http://login.example.org",
    "http://localhost.example.org",
    "http://localhost@example.org",
    "ftp://localhost",
  ]) {
    expect(() => read({ ...all, OIDC_ISSUER })).toThrow(/^OIDC_ISSUER is .*, but must be an https:\/\/ address/);
  }
});
