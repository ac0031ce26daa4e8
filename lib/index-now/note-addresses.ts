import { config } from "@/lib/config";
import type { Tx } from "@/lib/db/private";
import { isPublicSite } from "@/lib/index-now/public-site";
import { enqueue } from "@/lib/jobs/queue";
import { currentSettings } from "@/lib/settings/current";

/** What changes within this time is sent together. */
const GATHER_SECONDS = 30;

/**
 * Notes addresses of posts that appeared, changed or went for the search engines, and has them sent soon, apart from
 * what changed them. Takes the transaction and slugs. Does nothing unless the settings say so, or where the site has no
 * public address.
 */
export async function noteAddresses(tx: Tx, ...slugs: string[]): Promise<void> {
  if (!isPublicSite(config().SITE_URL)) return;
  if (!(await currentSettings(tx)).indexNow) return;
  const distinct = [...new Set(slugs)].sort();
  await tx.$executeRaw`
    insert into index_now_address (slug, noted_at) select slug, clock_timestamp() from unnest(${distinct}::text[]) as slug
    on conflict (slug) do update set noted_at = excluded.noted_at`;
  await enqueue(tx, "search.tellChanges", {}, new Date(Date.now() + GATHER_SECONDS * 1000));
}
