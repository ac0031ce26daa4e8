import { z } from "zod";
import { forgetRules } from "@/lib/commenters/forget";
import { forgetAddresses, forgetProofs, forgetRefused, forgetSenders, forgetSubmissions } from "@/lib/comments/forget";
import { mayModerate } from "@/lib/comments/policy";
import { privateDb } from "@/lib/db/private";
import { forgetReporters, forgetReporterNetworks } from "@/lib/reports/forget";
import { currentSettings } from "@/lib/settings/current";
import type { Actor } from "@/lib/users/policy";

/** Where the last cleaning is noted, beside the settings that it enforces. */
const KEY = "lastCleaning";

const cleaning = z.object({ at: z.coerce.date(), senders: z.number(), refused: z.number(), addresses: z.number() });

/** What a cleaning did: when, and of how many comments senders, texts and addresses were forgotten. */
export type Cleaning = z.infer<typeof cleaning>;

/**
 * Forgets what the site's settings say is kept no longer, and notes when and how much. Safe to run twice, and at any
 * size: it works in batches. Takes the time that counts as now.
 */
export async function forgetExpired(now = new Date()): Promise<Cleaning> {
  const { senderDays, refusedDays, addressDays } = await currentSettings(privateDb);
  await forgetSubmissions(now);
  const done = {
    at: now,
    senders: await forgetSenders(senderDays, now),
    refused: await forgetRefused(refusedDays, now),
    addresses: await forgetAddresses(addressDays, now),
  };
  await forgetProofs();
  await forgetRules(now);
  await forgetReporterNetworks(senderDays, now);
  await forgetReporters(now);
  const value = { ...done, at: now.toISOString() };
  await privateDb.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value }, select: { key: true } });
  return done;
}

/** The last cleaning, for whom sees comments; null for others, and before the first. Index: the primary key. */
export async function lastCleaning(actor: Actor): Promise<Cleaning | null> {
  if (!mayModerate(actor)) return null;
  const row = await privateDb.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  return cleaning.nullable().parse(row?.value ?? null);
}
