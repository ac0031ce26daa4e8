import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Address } from "@/components/newsroom/commenters/address";
import styles from "@/components/newsroom/commenters/commenters.module.css";
import { Entries } from "@/components/newsroom/commenters/entries";
import { Tabs } from "@/components/newsroom/desk/tabs";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { commenterPage, type CommenterPage } from "@/lib/commenters/newsroom";
import { changeCommenter, showAddress } from "../actions";
import { notesIn, ruleFields, rulesIn } from "../view";
import { Replies } from "./replies";

type Query = Promise<{ after?: string | string[]; status?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("commenters"))("one") };
}

/** One commenter: what holds, what the newsroom noted, and their replies with what was decided. */
export default async function OnePage({ params, searchParams }: { params: Promise<{ key: string }>; searchParams: Query }) {
  const [actor, { key }, query] = [await requireActor(), await params, await searchParams];
  const found = await commenterPage(actor, key);
  if (!found.ok) notFound();
  const { emailHash, last, rules, notes } = found.commenter;
  const [t, desk, format] = [await getTranslations("commenters"), await getTranslations("desk"), await getFormatter()];
  const [status, after] = [
    query.status === "pending" ? "pending" : "all",
    typeof query.after === "string" ? query.after : undefined,
  ] as const;
  const hrefOf = (list: typeof status) => `/admin/commenters/${key}?status=${list}`;
  const scopes = (["address", "domain", "network"] as const).filter(
    (scope) => scope === "address" || (last && (scope === "domain" || last.hasNetwork)),
  );
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/commenters">{t("title")}</ButtonLink>}>{last?.name || t("one")}</PageTitle>
      {last ? (
        <Address masked={last.maskedAddress} commentId={last.commentId} texts={{ show: desk("showAddress") }} show={showAddress} />
      ) : (
        <p>{t("addressForgotten")}</p>
      )}
      <p className={styles.facts}>{await factsOf(found.commenter)}</p>
      <Part title={t("about")} intro={t("aboutIntro")}>
        <Entries entries={rulesIn(rules, "lift", { t, format })} empty={t("noRuleHere")} change={changeCommenter} />
        <details>
          <summary>{t("newRule")}</summary>
          <ActionForm
            action={changeCommenter}
            hidden={{ act: "rule", key }}
            fields={ruleFields(actor, scopes, false, t)}
            submit={t("setRule")}
          />
        </details>
      </Part>
      <Part title={t("notes")} intro={t("notesIntro")}>
        <Entries entries={notesIn(notes, { t, format })} empty={t("noNotes")} change={changeCommenter} />
        <ActionForm
          action={changeCommenter}
          hidden={{ act: "note", key }}
          fields={[{ name: "text", label: t("note"), rows: 3, required: true }]}
          submit={t("addNote")}
          tone="plain"
        />
      </Part>
      <h2>{t("replies")}</h2>
      <Tabs
        label={desk("lists")}
        tabs={(["all", "pending"] as const).map((list) => ({
          href: hrefOf(list),
          label: desk(`tabs.${list}`),
          isCurrent: list === status,
        }))}
      />
      <Replies actor={actor} emailHash={emailHash} here={hrefOf(status)} status={status} after={after} />
    </>
  );
}

/** How much one may rely on them: how many were approved and turned down, and whether the address was proven. */
async function factsOf({ counts, provenAt }: CommenterPage): Promise<string> {
  const [t, desk, format] = [await getTranslations("commenters"), await getTranslations("desk"), await getFormatter()];
  const proven = provenAt ? t("proven", { date: format.dateTime(provenAt, { dateStyle: "medium" }) }) : t("unproven");
  const written = counts.map(({ status, count }) => `${desk(`tabs.${status}`)} ${format.number(count)}`);
  return [...written, proven].join(" · ");
}
