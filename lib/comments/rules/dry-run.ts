import { decide } from "@/lib/comments/checks/decide";
import { fold } from "@/lib/comments/checks/fold";
import { holdWord, spamWord } from "@/lib/comments/checks/listed-words";
import { manyLinks } from "@/lib/comments/checks/many-links";
import { openEmail } from "@/lib/comments/contact";
import { overridesOf, rulesBy, type DiscussionRules } from "@/lib/comments/rules/for-post";
import { trustedAmong } from "@/lib/comments/trust";
import { privateDb } from "@/lib/db/private";
import { currentSettings } from "@/lib/settings/current";
import type { Result } from "@/lib/result";
import type { SiteSettings } from "@/lib/settings/schema";
import { typedDiscussion } from "@/lib/settings/newsroom";
import type { Actor } from "@/lib/users/policy";

/** So many replies are tried, the latest ones, and so many of those that change are named. */
export const TRIED = 1_000;
const MOST_NAMED = 20;

/** What becomes of a reply by the settings alone. */
export type Fate = "held" | "published" | "spam" | "refused";

/** What other settings would have done with the latest replies. */
export interface Tried {
  tried: number;
  /** How many would have become something else, by what. */
  changes: { from: Fate; to: Fate; count: number }[];
  named: { id: string; name: string; body: string; from: Fate; to: Fate }[];
}

const BY_SETTINGS = ["manyLinks", "holdWord", "spamWord"];

/**
 * Which of the last 1,000 replies other settings of the discussion would have decided on otherwise than those in force.
 * Changes nothing. Takes untrusted fields as `saveSettings` does. Texts are checked anew against links and words; what
 * else was found counts as it is stored, trust as it is today; rules about single commenters are left aside, they hold
 * whatever the settings say; what categories and posts have otherwise counts. `forbidden`, or `invalid` with the fields' codes. Indexes: the primary keys, comment_check's key.
 */
export async function tryDiscussion(actor: Actor, input: unknown): Promise<Result<{ tried: Tried }>> {
  const asked = typedDiscussion(actor, input);
  if (!asked.ok) return asked;
  const [now, rows] = [await currentSettings(privateDb), await latest()];
  const then = { ...now, ...asked.typed };
  const trusted = await trustedAmong(
    privateDb,
    rows.filter(({ contact }) => contact?.provenAt).map(({ id }) => id),
  );
  const said = await overridesOf(privateDb, [...new Set(rows.map(({ postId }) => postId))]);
  const posts = new Map(said.map((post) => [post.id, post]));
  const changed = rows.flatMap((row) => {
    const isTrusted = trusted.has(row.id);
    const fate = (settings: SiteSettings) => fateBy(rulesBy(settings, posts.get(row.postId)), row, isTrusted);
    const [from, to] = [fate(now), fate(then)];
    return from === to ? [] : [{ id: row.id, name: row.name, body: row.body, from, to }];
  });
  return { ok: true, tried: { tried: rows.length, changes: countEach(changed), named: changed.slice(0, MOST_NAMED) } };
}

async function latest() {
  return privateDb.comment.findMany({
    where: { withdrawnAt: null, contact: { isNot: null } },
    select: {
      id: true,
      name: true,
      website: true,
      body: true,
      userId: true,
      postId: true,
      checks: { select: { rule: true, score: true } },
      contact: { select: { emailSealed: true, provenAt: true } },
    },
    orderBy: { id: "desc" },
    take: TRIED,
  });
}

type Row = Awaited<ReturnType<typeof latest>>[number];

function fateBy(settings: DiscussionRules, { id, userId, checks, contact, name, website, body }: Row, isTrusted: boolean): Fate {
  const email = contact ? openEmail(contact.emailSealed) : "";
  const lists = [settings.holdWords, settings.spamWords, ...Object.values(settings.holdWordsIn), ...Object.values(settings.spamWordsIn)];
  const folded = lists.some(Boolean) ? fold(body) : { text: "", begins: [], ends: [] };
  const examined = { commentId: id, comment: { name, website, body, email, topic: "", took: null }, folded, settings };
  const anew = [...manyLinks(examined), ...holdWord(examined), ...spamWord(examined)];
  const fired = [...checks.filter(({ rule }) => !BY_SETTINGS.includes(rule)), ...anew];
  if (settings.commenters === "staff" && !userId) return "refused";
  const awaitsProof = settings.commenters === "proven" && !userId && contact !== null && !contact.provenAt;
  const ruling = decide(fired, settings, { isTrusted, awaitsProof, isAsking: false });
  return ruling === null ? "held" : ruling.status === "spam" ? "spam" : "published";
}

function countEach(changed: { from: Fate; to: Fate }[]): Tried["changes"] {
  const counts = new Map<string, Tried["changes"][number]>();
  for (const { from, to } of changed) {
    const known = counts.get(`${from} ${to}`) ?? { from, to, count: 0 };
    counts.set(`${from} ${to}`, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
