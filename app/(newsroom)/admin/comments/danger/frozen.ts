import { getFormatter, getTranslations } from "next-intl/server";
import type { FrozenState, FrozenView } from "@/components/newsroom/danger/view";
import type { Contents } from "@/lib/evidence/contents";
import type { FrozenCase, PoliceRoute } from "@/lib/evidence/newsroom";

/** A case as its row shows it, in the site's language. */
export async function frozenView({ id, commentId, frozenAt, keptUntil, who }: FrozenCase): Promise<FrozenView> {
  const [t, ledger, format] = [await getTranslations("danger"), await getTranslations("ledger"), await getFormatter()];
  const frozen = t("frozen", {
    date: format.dateTime(frozenAt, { dateStyle: "medium", timeStyle: "short" }),
    who: who ?? ledger("unknown"),
  });
  return {
    id,
    frozen,
    kept: t("kept", { date: format.dateTime(keptUntil, { dateStyle: "medium" }) }),
    reply: { href: `/admin/comments/danger/${commentId}`, label: t("toReply") },
    actions: t("actions", { frozen }),
  };
}

/** Whom to inform, as it is shown: what the site has set, or that it has not. */
export async function policeTexts({ text, link }: PoliceRoute) {
  const t = await getTranslations("danger");
  return { title: t("police"), text: text || (link ? "" : t("noPolice")), link };
}

/** What was frozen, line by line, in the site's language. */
export async function shownLines(contents: Contents): Promise<FrozenState["shown"][string]> {
  const [t, ledger, format] = [await getTranslations("danger"), await getTranslations("ledger"), await getFormatter()];
  const written = (at: string) => `${format.dateTime(new Date(at), { dateStyle: "full", timeStyle: "long" })} (${at})`;
  const { article, status, sentAt, editedAt, edits, ...said } = contents;
  const lines = {
    body: said.body,
    name: said.name,
    email: said.email,
    ipPrefix: said.ipPrefix,
    userAgent: said.userAgent,
    website: said.website,
    sentAt: written(sentAt),
    editedAt: editedAt && written(editedAt),
    article: `${article.title}\n${article.path}`,
    status: ledger(`values.${status === "approved" ? "approved" : status === "rejected" ? "rejected" : "pending"}`),
    answers: said.answers,
  };
  const known = Object.entries(lines).filter(([line, value]) => value !== null || !MAY_BE_NONE.includes(line));
  const [text, ...rest] = known.map(([line, value]) => ({ name: t(`lines.${line as keyof typeof lines}`), value: value ?? t("unknown") }));
  const earlier = edits.map(({ before, at }) => ({ name: t("before", { date: written(at) }), value: before }));
  return [...(text ? [text] : []), ...earlier, ...rest];
}

/** What a reply need not have. */
const MAY_BE_NONE = ["website", "editedAt", "answers"];
