import { config } from "@/lib/config";
import type { Surface } from "@/lib/server/surface";

/** Headers by name, as `setHeader` takes them. */
export type HeaderList = Record<string, string>;

/** What every answer carries, errors and files too (CONTRACT.md 16). */
export function commonHeaders(): HeaderList {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    ...(config().SITE_URL.startsWith("https:") && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}

/** What HTML carries besides: takes the surface it belongs to and, in the newsroom, the nonce of its scripts. */
export function documentHeaders(surface: Surface, nonce?: string): HeaderList {
  return {
    "Content-Security-Policy": nonce ? newsroomPolicy(nonce) : surface === "own" ? OWN_POLICY : READERS_POLICY,
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
    // Any other value has Chrome start a process between a shared page's answer and its first paint: 15 ms on two cores,
    // 60 on a phone. Such a page knows nobody, so who opened it learns nothing; that they can lead it elsewhere is the price.
    "Cross-Origin-Opener-Policy": surface === "page" ? "unsafe-none" : "same-origin",
    ...(surface !== "page" && PERSONAL),
  };
}

/** What is meant for one person: kept nowhere, found by no search, and its address is told to no other site. */
export const PERSONAL: HeaderList = {
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
  // After `no-referrer` a form would send `Origin: null`.
  "Referrer-Policy": "same-origin",
};

const READERS_SOURCES = { script: "'self'", style: "'self'", image: "'self' data:", connect: "'self'" };
const READERS_POLICY = policy(READERS_SOURCES);
/** The newsroom shows a preview in a frame, at the width of a telephone. */
const OWN_POLICY = policy(READERS_SOURCES, "'self'");

/** Next's scripts carry the nonce; the editor and the menus set styles on elements. */
function newsroomPolicy(nonce: string): string {
  const [evaluation, socket] = isDevelopment ? [" 'unsafe-eval'", " ws:"] : ["", ""];
  return policy({
    script: `'self' 'nonce-${nonce}'${evaluation}`,
    style: "'self' 'unsafe-inline'",
    image: "'self' data: blob:",
    connect: `'self'${socket}`,
  });
}

let isDevelopment = false;

/** Lets the newsroom's pages evaluate code and hold a socket, which Next's development mode needs. */
export function loosenForDevelopment(): void {
  isDevelopment = true;
}

function policy(sources: { script: string; style: string; image: string; connect: string }, ancestors = "'none'"): string {
  return [
    "default-src 'self'",
    `script-src ${sources.script}`,
    `style-src ${sources.style}`,
    `img-src ${sources.image}`,
    `connect-src ${sources.connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}
