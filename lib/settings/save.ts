import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { mayChangeSettings } from "@/lib/settings/policy";
import { publicSettings, siteSettingsInput } from "@/lib/settings/schema";
import type { Actor } from "@/lib/users/policy";

/** Stores the site's settings; when one that readers' pages are made with changed, every page is made anew. Takes untrusted fields. Returns `forbidden`, or `invalid` with the fields' codes. */
export async function saveSettings(actor: Actor, input: unknown): Promise<Result> {
  if (!mayChangeSettings(actor)) return { ok: false, error: "forbidden" };
  const parsed = siteSettingsInput.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    for (const [key, value] of Object.entries(parsed.data)) {
      const before = await tx.setting.findUnique({ where: { key }, select: { value: true } });
      if (before?.value === value) continue;
      const data = { value, isPublic: Object.hasOwn(publicSettings.shape, key) };
      await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
      await recordAudit(tx, {
        actorId: actor.id,
        act: "setting.change",
        subject: { type: "setting", id: key },
        from: before?.value ?? undefined,
        to: value,
      });
      if (data.isPublic) await markChanged(tx, tags.settings());
    }
    return { ok: true };
  });
}
