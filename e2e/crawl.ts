import { ask } from "@/e2e/raw";

/** What asks for an answer to be written as JSON. */
export const JSON_ANSWER = { accept: "application/json" };

/** Everything that is reached from these paths at this site: each as a page, as Flight, and as JSON; by address and kind. */
export async function crawl(origin: string, seeds: string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = new Set(seeds);
  const visit = async (path: string) => {
    const { headers, body } = await ask(origin, { path });
    seen.set(path, JSON.stringify(headers) + body.toString());
    for (const link of linksIn(body.toString(), origin)) if (!seen.has(link)) waiting.add(link);
    if (/\.(js|css)$/.test(path)) waiting.add(`${path}.map`);
    else for (const [kind, asked] of OTHER_KINDS) seen.set(`${path} as ${kind}`, await asText(origin, path, asked));
  };
  while (waiting.size > 0) {
    const next = [...waiting].slice(0, AT_ONCE);
    for (const path of next) waiting.delete(path);
    await Promise.all(next.filter((path) => !seen.has(path) && !path.startsWith("/api/auth/sign-out")).map(visit));
    if (seen.size > 900) throw new Error("The crawl does not end.");
  }
  return seen;
}

const AT_ONCE = 6;
const OTHER_KINDS = [
  ["flight", { rsc: "1" }],
  ["json", JSON_ANSWER],
] as const;

async function asText(origin: string, path: string, headers: Record<string, string>): Promise<string> {
  const answer = await ask(origin, { path, headers });
  return JSON.stringify(answer.headers) + answer.body.toString();
}

function linksIn(text: string, origin: string): string[] {
  const found = text.matchAll(/(?:href|src|action)="([^"]+)"|srcset="([^" ]+)|<loc>([^<]+)<|(\/islands\/[\w.-]+)/gi);
  return [...found].flatMap(([, ...groups]) => {
    const link = groups.find(Boolean)?.replaceAll("&amp;", "&") ?? "";
    if (!URL.canParse(link, origin)) return [];
    const url = new URL(link, origin);
    return url.origin === origin ? [url.pathname + url.search] : [];
  });
}
