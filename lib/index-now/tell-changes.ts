import { config } from "@/lib/config";
import { privateDb } from "@/lib/db/private";
import { indexNowKey } from "@/lib/index-now/key";
import { isPublicSite } from "@/lib/index-now/public-site";
import { logError } from "@/lib/log";
import { currentSettings } from "@/lib/settings/current";

/** As many as one request may hold (indexnow.org). */
const MOST_ADDRESSES = 10_000;
const MOST_MS = 10_000;
/** Sent again they would be refused again: an address or the key is not as it must be. */
const REFUSED = new Set([400, 422]);

/**
 * The job `search.tellChanges`: sends the addresses that were noted to the search engines that share them by IndexNow
 * (indexnow.org/documentation), and forgets them. Throws when the service cannot be reached, has no time (429), or has
 * not yet seen the key's file (403): then they stay noted, and the job is tried again. What is refused for good is
 * logged and forgotten. With the setting off nothing is sent, and what was noted is forgotten. Index: the primary key.
 */
export async function tellChanges(): Promise<void> {
  const { SITE_URL: site, INDEXNOW_URL: service } = config();
  const rows = await privateDb.indexNowAddress.findMany({ orderBy: { slug: "asc" }, take: MOST_ADDRESSES });
  if (rows.length === 0) return;
  if (isPublicSite(site) && (await currentSettings(privateDb)).indexNow) {
    const status = await send(
      service,
      site,
      rows.map(({ slug }) => slug),
    );
    if (REFUSED.has(status)) logError("addresses were refused by IndexNow", new Error(`It answered ${status}.`));
    else if (status !== 200 && status !== 202) throw new Error(`IndexNow answered ${status}`);
  }
  // What changed again meanwhile stays noted.
  await privateDb.$executeRaw`
    delete from index_now_address using unnest(${rows.map(({ slug }) => slug)}::text[], ${rows.map(({ notedAt }) => notedAt)}::timestamptz[]) as told(slug, at)
    where index_now_address.slug = told.slug and noted_at = told.at`;
  if (rows.length === MOST_ADDRESSES) await tellChanges();
}

async function send(service: string, site: string, slugs: string[]): Promise<number> {
  const key = indexNowKey();
  const addresses = slugs.map((slug) => new URL(`/${slug}`, site).href);
  const { status } = await fetch(service, {
    method: "POST",
    body: JSON.stringify({ host: new URL(site).host, key, keyLocation: new URL(`/${key}.txt`, site).href, urlList: addresses }),
    headers: { "content-type": "application/json; charset=utf-8", "user-agent": "Leserbrief" },
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(MOST_MS),
  });
  return status;
}
