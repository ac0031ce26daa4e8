import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Entries } from "@/components/newsroom/commenters/entries";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { listRules } from "@/lib/commenters/list";
import { changeCommenter } from "./actions";
import { ruleFields, rulesIn } from "./view";

const HERE = "/admin/commenters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("commenters"))("title") };
}

/** Which rules about commenters are in force, which ended lately, and a place for a new one. */
export default async function CommentersPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const [actor, { after: asked }] = [await requireActor(), await searchParams];
  const after = typeof asked === "string" ? asked : undefined;
  const listed = await listRules(actor, after);
  if (!listed.ok) notFound();
  const [t, desk, format] = [await getTranslations("commenters"), await getTranslations("desk"), await getFormatter()];
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/comments">{desk("title")}</ButtonLink>}>{t("title")}</PageTitle>
      <Part title={t("holding")} intro={t("holdingIntro")}>
        <Entries entries={rulesIn(listed.rules, "lift", { t, format })} empty={t("noRules")} change={changeCommenter} />
        <NextPage
          first={after ? { href: HERE, label: desk("first") } : null}
          next={listed.next ? { href: `${HERE}?after=${listed.next}`, label: desk("next") } : null}
        />
      </Part>
      {listed.ended.length > 0 && (
        <Part title={t("ended")} intro={t("endedIntro")}>
          <Entries entries={rulesIn(listed.ended, "restore", { t, format })} change={changeCommenter} />
        </Part>
      )}
      <Part title={t("newRule")} intro={t("newRuleIntro")}>
        <ActionForm
          action={changeCommenter}
          hidden={{ act: "rule" }}
          fields={ruleFields(actor, ["address", "domain", "network"], true, t)}
          submit={t("setRule")}
        />
      </Part>
    </>
  );
}
