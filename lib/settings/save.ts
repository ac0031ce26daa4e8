import { isDeepStrictEqual } from "node:util";
import { recordAudit } from "@/lib/audit/record";
import { markChanged } from "@/lib/cache/changed";
import { tags } from "@/lib/cache/tags";
import type { Prisma } from "@/lib/db/generated/client";
import { privateDb } from "@/lib/db/private";
import { invalid, type Result } from "@/lib/result";
import { frontInput, lookInput, menusInput } from "@/lib/settings/arrangement";
import { lawInput } from "@/lib/settings/law-input";
import { mayArrangeFront, mayChangeSettings } from "@/lib/settings/policy";
import { discussionInput } from "@/lib/settings/discussion-input";
import { publicSettings, searchEnginesInput, siteInput } from "@/lib/settings/schema";
import type { Actor } from "@/lib/users/policy";

/** The parts in which the settings are edited. */
const PARTS = {
  site: siteInput,
  discussion: discussionInput,
  menus: menusInput,
  front: frontInput,
  look: lookInput,
  searchEngines: searchEnginesInput,
  law: lawInput,
};

/** What no form shows again and the ledger does not tell; left empty it stays what it is. */
const SECRETS = new Set(["akismetKey"]);

/**
 * Stores one part of the site's settings; when one that readers' pages are made with changed, every page is made anew.
 * Takes the part and untrusted fields. Returns `forbidden`, or `invalid` with the fields' codes.
 */
export async function saveSettings(actor: Actor, part: keyof typeof PARTS, input: unknown): Promise<Result> {
  const may = part === "front" ? mayArrangeFront : mayChangeSettings;
  if (!may(actor)) return { ok: false, error: "forbidden" };
  const parsed = PARTS[part].safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return privateDb.$transaction(async (tx) => {
    for (const [key, value] of Object.entries<Prisma.InputJsonValue>(parsed.data)) {
      const isSecret = SECRETS.has(key);
      if (isSecret && value === "") continue;
      const before = await tx.setting.findUnique({ where: { key }, select: { value: true } });
      if (isDeepStrictEqual(before?.value, value)) continue;
      const data = { value, isPublic: Object.hasOwn(publicSettings.shape, key) };
      await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
      await recordAudit(tx, {
        actorId: actor.id,
        act: "setting.change",
        subject: { type: "setting", id: key },
        ...(!isSecret && { from: before?.value ?? undefined, to: value }),
      });
      if (data.isPublic) await markChanged(tx, tags.settings());
    }
    return { ok: true };
  });
}
