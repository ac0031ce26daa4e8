import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { Part } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { NoticePace } from "@/lib/db/generated/enums";
import { ownNotices } from "@/lib/notices/newsroom";
import { saveNotices } from "./actions";

/** Of what one is mailed: a part of the account page, for who decides on replies. Mails lead to it by its id. */
export async function Notices() {
  const wishes = await ownNotices(await requireActor());
  if (!wishes) return null;
  const t = await getTranslations("account");
  const options = (paces: NoticePace[]) => paces.map((pace) => ({ value: pace, label: t(`pace.${pace}`) }));
  const atOnce = (isWanted: boolean) => ({ value: isWanted ? "soon" : "never", options: options(["soon", "never"]) });
  return (
    <div id="notices">
      <Part title={t("notices")} intro={t("noticesIntro")}>
        <ActionForm
          action={saveNotices}
          fields={[
            {
              name: "replies",
              label: t("noticesReplies"),
              hint: t("noticesRepliesHint"),
              value: wishes.replies,
              options: options(Object.values(NoticePace)),
            },
            { name: "reports", label: t("noticesReports"), ...atOnce(wishes.reports) },
            { name: "complaints", label: t("noticesComplaints"), ...atOnce(wishes.complaints) },
          ]}
          submit={t("saveNotices")}
        />
      </Part>
    </div>
  );
}
