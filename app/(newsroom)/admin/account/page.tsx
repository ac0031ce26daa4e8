import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { requireActor } from "@/lib/auth";
import { ownEmail } from "@/lib/users/newsroom";
import { saveName, savePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("account") };
}

/** One's own name and password. */
export default async function AccountPage() {
  const [actor, t] = [await requireActor(), await getTranslations("users")];
  const email = await ownEmail(actor);
  return (
    <>
      <PageTitle>{t("account")}</PageTitle>
      <Part title={t("yourName")} intro={t("nameIntro")}>
        <ActionForm
          action={saveName}
          fields={[{ name: "name", label: t("name"), autoComplete: "name", required: true, value: actor.name }]}
          submit={t("saveName")}
        />
      </Part>
      <Part title={t("yourPassword")} intro={t("passwordIntro", { email })}>
        <ActionForm
          action={savePassword}
          fields={[
            { name: "current", label: t("currentPassword"), type: "password", autoComplete: "current-password", required: true },
            {
              name: "password",
              label: t("newPassword"),
              hint: t("passwordHint"),
              type: "password",
              autoComplete: "new-password",
              required: true,
            },
          ]}
          username={email}
          submit={t("changePassword")}
        />
      </Part>
    </>
  );
}
