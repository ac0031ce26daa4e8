import { z } from "zod";
import { choice, count, lines } from "@/lib/settings/typed";

/** Who may comment. */
export const COMMENTERS = ["everyone", "proven", "staff"] as const;

/** How readers discuss: what is taken, what is held, how it is shown and how long it is kept. */
export const discussionInput = z.object({
  /** Off: no post of the site takes comments. */
  commentsOpen: choice(),
  /** proven: what a reader sends counts once the link was opened that is mailed for it. staff: only who is signed in to the newsroom. */
  commenters: z.enum(COMMENTERS, "invalidChoice"),
  /** What the newsroom expects of a reply, told at the form; empty: nothing. */
  guidelines: lines(2_000),
  /** Days after a post's publication in which it takes comments; 0: without end. */
  closeAfterDays: count(0, 36_500),
  /** How deep answers are nested on the page. */
  threadDepth: count(1, 10),
  threadOrder: z.enum(["oldest", "newest"], "invalidChoice"),
  /** How many comments stand on a page, as far as whole conversations come to it (lib/comments/thread/page.ts). */
  commentsPerPage: count(10, 100),
  avatars: z.enum(["drawn", "initials", "off"], "invalidChoice"),
  /** Minutes in which an author may change a comment that is public already. */
  editMinutes: count(0, 1440),
  /** hold: everything waits. trusted: who is known and proven is published. publish: what no check holds is published. */
  moderation: z.enum(["hold", "trusted", "publish"], "invalidChoice"),
  /** Replies taken from one network address, and under one e-mail address. */
  repliesPerMinute: count(1, 10_000),
  repliesPerHour: count(1, 100_000),
  repliesPerHourOfOneEmail: count(1, 100_000),
  /** More links than these count for spam. */
  maxLinks: count(0, 100),
  /** One word or phrase a line: what holds a comment, and what puts it straight to spam. */
  holdWords: lines(),
  spamWords: lines(),
  /** The same for replies to posts of one language, by its code without a country; in a form `holdWordsIn.de`. */
  holdWordsIn: linesByLanguage(),
  spamWordsIn: linesByLanguage(),
  /** Score from which a comment counts as doubtful. */
  doubtfulScore: count(1, 1000),
  proofOfWork: choice(),
  /** An Akismet-compatible service; empty: none is asked. */
  akismetUrl: z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "invalidUrl" })]),
  akismetKey: z.string().trim().max(200, "tooLong"),
  /** Days after which a comment's network prefix and browser are forgotten; after which spam, rejected and trashed ones are deleted; after which addresses are forgotten (0: with the comment). */
  senderDays: count(1, 7),
  refusedDays: count(1, 3650),
  addressDays: count(0, 3650),
});

/** How readers discuss until the settings say otherwise (CONTRACT.md 9, 10). */
export const DEFAULT_DISCUSSION: z.infer<typeof discussionInput> = {
  commentsOpen: true,
  commenters: "everyone",
  guidelines: "",
  closeAfterDays: 0,
  threadDepth: 5,
  threadOrder: "oldest",
  commentsPerPage: 50,
  avatars: "drawn",
  editMinutes: 15,
  moderation: "hold",
  repliesPerMinute: 10,
  repliesPerHour: 60,
  repliesPerHourOfOneEmail: 300,
  maxLinks: 2,
  holdWords: "",
  spamWords: "",
  holdWordsIn: {},
  spamWordsIn: {},
  doubtfulScore: 5,
  proofOfWork: true,
  akismetUrl: "",
  akismetKey: "",
  senderDays: 7,
  refusedDays: 90,
  addressDays: 0,
};

/** The fields of a form as `discussionInput` takes them: those of one language each (`holdWordsIn.de`) gathered by it. */
export function discussionFields(typed: Record<string, string>): Record<string, unknown> {
  const gathered = (["holdWordsIn", "spamWordsIn"] as const).map((list) => {
    const names = Object.keys(typed).filter((name) => name.startsWith(`${list}.`));
    return [list, Object.fromEntries(names.map((name) => [name.slice(list.length + 1), typed[name]]))] as const;
  });
  return { ...typed, ...Object.fromEntries(gathered) };
}

/** An empty list is none. */
function linesByLanguage() {
  return z
    .record(z.string().regex(/^[a-z]{2,3}$/, "invalidChoice"), lines())
    .transform((lists) => Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== "")));
}
