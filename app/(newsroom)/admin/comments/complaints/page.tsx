import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Complaints } from "@/components/newsroom/complaints/complaints";
import type { ComplaintView } from "@/components/newsroom/complaints/view";
import { requireActor } from "@/lib/auth";
import { deskKeysOf } from "@/lib/comments/desk/own-keys";
import { groundOfReport } from "@/lib/statements/ground";
import { openComplaints, type OpenComplaint } from "@/lib/statements/newsroom";
import { MAX_COMPLAINT_CHARS } from "@/lib/statements/policy";
import { DeskFrame } from "../desk-frame";
import { changeOf } from "../edits";
import { keysTexts } from "../key-texts";
import { LiveMessages } from "../live-messages";
import { groundTexts } from "../ground-texts";
import { articleOf } from "../links";
import { answer } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("complaints"))("title") };
}

/** What authors say against decisions on their replies, and who reported one against leaving it, or most of it: each is answered by another person than the one who decided. */
export default async function ComplaintsPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [found, keys] = [await openComplaints(actor, query), await deskKeysOf(actor)];
  if (!found.ok || !keys) notFound();
  const [t, desk] = [await getTranslations("complaints"), await getTranslations("desk")];
  const rows = await Promise.all(found.complaints.map(viewOf));
  const isAlone = !found.hasOthers && actor.role === "administrator";
  return (
    <DeskFrame actor={actor} part="complaints" title={t("title")} after={query.after} next={found.next}>
      <LiveMessages>
        <Complaints
          key={String(query.after)}
          me={actor.id}
          keys={keys}
          rows={rows}
          intro={isAlone ? `${t("intro")} ${t("alone")}` : t("intro")}
          empty={query.after ? desk("emptyPage") : t("empty")}
          texts={{
            nothingSaid: t("nothingSaid"),
            own: t("own"),
            answer: t("answer"),
            mostChars: MAX_COMPLAINT_CHARS,
            upheld: t("upheld"),
            undo: desk("undo"),
            keys: keysTexts(desk, { next: desk("keys.next"), previous: desk("keys.previous"), reply: t("answer") }),
            ground: { ...groundTexts(desk), label: t("onGround") },
            edit: { before: desk("edit.before"), after: desk("edit.after") },
          }}
          answer={answer}
        />
      </LiveMessages>
    </DeskFrame>
  );
}

async function viewOf({ id, createdAt, text, mayAnswer, decision, report, newer, comment }: OpenComplaint): Promise<ComplaintView> {
  const [t, desk, ledger, reported, format] = [
    await getTranslations("complaints"),
    await getTranslations("desk"),
    await getTranslations("ledger"),
    await getTranslations("report"),
    await getFormatter(),
  ];
  const written = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const { name, post } = comment;
  const by = (first: { who: string | null; toldAt: Date }) => ({ who: first.who ?? ledger("site"), date: written(first.toldAt) });
  const since = newer && by({ who: newer.who, toldAt: newer.at });
  const what = newer?.to ? ledger(`values.${newer.to}`) : t("newerEdit");
  const decided = decision && { ...by(decision), status: ledger(`values.${decision.to}`), ground: desk(`reason.${decision.ground}`) };
  const answered = report && { ...by(report), reason: reported(`reasons.${report.reason}`) };
  const edit = (report ?? decision)?.edit;
  const takesOff = newer ? null : report;
  return {
    id,
    name,
    text: comment.body,
    seen: comment.seen,
    post: articleOf(post),
    decided: answered ? t(edit ? "cutForReports" : "dismissed", answered) : decided ? t(edit ? "takenOut" : "decided", decided) : "",
    explanation: (report ?? decision)?.explanation ?? null,
    newer: since && t("newer", { ...since, status: what }),
    edits: edit ? [changeOf(t("whatWasTaken"), edit.before, edit.after)] : [],
    complained: t(report ? "reporterComplained" : "complained", { date: written(createdAt) }),
    said: text,
    mayAnswer,
    overturned: t(overturnedBy({ report, decision, newer })),
    ground: takesOff && groundOfReport(takesOff.reason),
    hint: t(takesOff ? "answerHintBoth" : "answerHint", { most: MAX_COMPLAINT_CHARS }),
    actions: t("actions", { name }),
  };
}

/** What it means that a complaint is right. */
function overturnedBy({ report, decision, newer }: Pick<OpenComplaint, "report" | "decision" | "newer">) {
  if (newer) return "held";
  if (report) return "takeOff";
  if (!decision?.edit) return "overturned";
  return decision.edit.isChangedSince ? "changedSince" : "bringBack";
}
