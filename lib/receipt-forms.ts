import { seeOther } from "@/lib/forms";
import type { Done } from "@/lib/i18n/receipt-state";
import type { Result } from "@/lib/result";

/** What a route under app/api/receipts is told by its address. */
export interface KeyedRoute {
  params: Promise<{ key: string }>;
}

/** The page that holds the form of a complaint alone, while the database is away. */
export const COMPLAINT_ALONE = "/receipts/complaint-form";

/** The key in a route's address, still fit for an address: one of ours is not changed by that, and no other opens anything. */
export async function keyOf({ params }: KeyedRoute): Promise<string> {
  return encodeURIComponent((await params).key);
}

/** Leads on from a form of a signed link's page: to that page, which tells what was done. Takes its path. */
export function didIt(path: string, done: Done): Response {
  return seeOther(`${path}?done=${done}#told`);
}

/**
 * Answers what ended mails: a person is led to the page, as `didIt` does; a mail program's POST has no cookie and no
 * Origin, and must not be redirected (RFC 8058, section 3.1). Takes what was posted, if it could be read.
 */
export function endedIt(form: Result<{ fields: Record<string, string> }>, path: string, done: Done): Response {
  const isOneClick = form.ok && form.fields["List-Unsubscribe"] === "One-Click";
  return isOneClick ? new Response("OK\n", { headers: { "content-type": "text/plain" } }) : didIt(path, done);
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
