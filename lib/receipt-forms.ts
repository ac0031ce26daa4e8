import { seeOther } from "@/lib/forms";
import type { Done } from "@/lib/i18n/receipt-state";

/** What a route under app/api/receipts is told by its address. */
export interface KeyedRoute {
  params: Promise<{ key: string }>;
}

/** The key in a route's address, still fit for an address: one of ours is not changed by that, and no other opens anything. */
export async function keyOf({ params }: KeyedRoute): Promise<string> {
  return encodeURIComponent((await params).key);
}

/** Leads on from a form of a signed link's page: to that page, which tells what was done. Takes its path. */
export function didIt(path: string, done: Done): Response {
  return seeOther(`${path}?done=${done}#told`);
}

/** Hands over what is kept of somebody as a file (JSON, RFC 8259); null: nothing stands at this address. Takes its name. */
export function dataFile(data: object | null, name: string): Response {
  if (!data) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.json"`,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}
