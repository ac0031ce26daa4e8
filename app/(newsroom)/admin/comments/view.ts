import type { getFormatter, getTranslations } from "next-intl/server";
import { piecesOf } from "@/components/newsroom/desk/pieces";
import type { DeskAct, RowView } from "@/components/newsroom/desk/view";
import { RULES } from "@/lib/comments/checks/check";
import type { HistoryEntry } from "@/lib/comments/desk/history";
import type { DeskList } from "@/lib/comments/desk/query";
import type { QueuedComment } from "@/lib/comments/desk/queued";
import { VERDICTS, type Verdict } from "@/lib/comments/moderation-schema";
import type { Queue } from "@/lib/comments/newsroom";
import type { CommentStatus, PostStatus } from "@/lib/db/generated/enums";
import { actText, changeText, whyText } from "../ledger/view";
import { editsOf } from "./edits";
import { threadOf } from "./thread-acts";
import { articleOf, dangerLink, linksOf } from "./links";
import { waitsOf } from "./waits";

type Texts = Awaited<ReturnType<typeof getTranslations<"desk">>>;
type LedgerTexts = Awaited<ReturnType<typeof getTranslations<"ledger">>>;
type CheckTexts = Awaited<ReturnType<typeof getTranslations<"checks">>>;
type Format = Awaited<ReturnType<typeof getFormatter>>;

/** The texts of the namespaces that the list is written with, and how times are. */
interface Written {
  t: Texts;
  checks: CheckTexts;
  ledger: LedgerTexts;
  format: Format;
}

/** Of a text over 800 characters 600 are shown at once; the rest is one click away. */
const LONG = /^.{600}(?=.{200})/su;

const OTHER_FIELDS = ["name", "website", "email"] as const;

/** The rows of a list, written out in the site's language and time zone. */
export function rowsOf({ status, comments }: Queue, histories: Map<string, HistoryEntry[]>, written: Written): RowView[] {
  const { t, checks, format } = written;
  return comments.map(
    ({
      createdAt,
      answers,
      reason,
      post,
      body,
      score,
      checks: fired,
      isTrusted,
      awaitsProof,
      by,
      others,
      ipPrefix,
      editedByStaff,
      edits,
      place,
      waiting,
      ...comment
    }) => ({
      ...comment,
      ...waitsOf({ waiting, isReported: comment.isReported }, t),
      ...threadOf({ status: comment.status, place }, t),
      acts: actsOf(t, comment.status),
      standing: status === "all" ? t(`tabs.${comment.status}`) : "",
      reason: comment.status === "rejected" ? reason : null,
      // What the checks found stood in the text that was sent.
      ...cut(body, editedByStaff ? [] : partsOf(fired, "body")),
      source: comment.status === "pending" || comment.status === "approved" ? body : null,
      edits: editsOf(edits, { t, format }),
      found: foundBy(fired, score, checks),
      trusted: awaitsProof ? checks("unproven") : isTrusted ? checks("trusted") : "",
      answers: answers && { label: t("answers", { name: answers.name }), text: answers.body },
      links: [...linksOf({ id: comment.id, by, others, ipPrefix, post }, written), dangerLink(comment.id, t)],
      time: { instant: createdAt.toISOString(), written: format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }) },
      post: articleOf(post),
      reply: replyOf(t, comment.status, post.status),
      select: t("selectOne", { name: comment.name }),
      ...historyOf(histories.get(comment.id) ?? [], written),
    }),
  );
}

/** What the button says that answers a comment; null where readers would not see it. */
function replyOf(t: Texts, status: CommentStatus, post: PostStatus): string | null {
  if (post !== "published" || (status !== "pending" && status !== "approved")) return null;
  return t(status === "pending" ? "reply.sendBoth" : "reply.send");
}

/** What the ledger says of a comment, an entry a line. */
function historyOf(entries: HistoryEntry[], { t, ledger, format }: Written): Pick<RowView, "history" | "historyLabel"> {
  const history = entries.map((entry) => ({
    when: { instant: entry.at.toISOString(), written: format.dateTime(entry.at, { dateStyle: "medium", timeStyle: "short" }) },
    what: [entry.who ?? ledger("site"), actText(entry.act, ledger), changeText(entry.from, entry.to, ledger), whyText(entry, ledger)]
      .filter(Boolean)
      .join(" · "),
  }));
  return { history, historyLabel: t("history", { count: history.length }) };
}

/** Cuts a long text behind the last word that fits, never within a character. */
function cut(body: string, parts: Part[]): Pick<RowView, "text" | "rest"> {
  const [head] = LONG.exec(body) ?? [];
  if (head === undefined) return { text: piecesOf(body, 0, parts), rest: [] };
  const shown = /^.*\s(?=\S{0,80}$)/su.exec(head)?.[0] ?? head;
  const rest = body.slice(shown.length).trimStart();
  const text = [...piecesOf(shown.trimEnd(), 0, parts), { text: " …", isMarked: false }];
  return { text, rest: piecesOf(rest, body.length - rest.length, parts) };
}

interface Part {
  begin: number;
  until: number;
}

function partsOf(fired: QueuedComment["checks"], wanted: string): Part[] {
  return fired.flatMap(({ field, begin, until }) => (field === wanted && begin !== null && until !== null ? [{ begin, until }] : []));
}

/** Which rules fired, each once, with the field where it is not the text itself, and the score they make together. */
function foundBy(fired: QueuedComment["checks"], score: number, t: CheckTexts): string {
  if (fired.length === 0) return "";
  const said = fired.flatMap(({ rule, field }) => {
    const name = checkName(rule, t);
    const where = OTHER_FIELDS.find((each) => each === field);
    if (!name) return [];
    return where ? t("inField", { rule: name, field: t(`fields.${where}`) }) : name;
  });
  return t("found", { score, rules: [...new Set(said)].join(" · ") });
}

/** What a check is called; undefined for one of another version. */
export function checkName(rule: string, t: CheckTexts): string | undefined {
  const known = RULES.find((each) => each === rule);
  return known && t(`rules.${known}`);
}

/** What can be done with the comments of a list, or with one in a state. What takes an approval back brings a comment back from the other lists. */
export function actsOf(t: Texts, status: DeskList): DeskAct[] {
  const verdicts = (Object.keys(VERDICTS) as Verdict[]).filter((verdict) => VERDICTS[verdict] !== status);
  return verdicts.map((id) => ({ id, label: t(`verdicts.${id === "unapprove" && status !== "approved" ? "restore" : id}`) }));
}
