import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileForm } from "@/components/newsroom/account/profile-form";
import { SessionList } from "@/components/newsroom/account/session-list";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { mediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { currentSessionId, requireActor } from "@/lib/auth";
import { signInProvider } from "@/lib/config";
import { mayUseMedia } from "@/lib/media/policy";
import { ownAccount, ownSessions } from "@/lib/users/newsroom";
import { disconnect, endSession, savePassword, saveProfile } from "./actions";
import { inWords } from "./sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("account") };
}

/** One's own profile, password, second factor and sessions. */
export default async function AccountPage() {
  const actor = await requireActor();
  const [t, users, account] = [await getTranslations("account"), await getTranslations("users"), await ownAccount(actor)];
  const provider = signInProvider();
  const media = mayUseMedia(actor) ? mediaPickerTexts(await getTranslations("media"), await getTranslations("errors")) : null;
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/users/roles">{users("roles")}</ButtonLink>}>{users("account")}</PageTitle>
      <Part title={t("profile")} intro={t("profileIntro")}>
        <ProfileForm
          profile={{ ...account, slug: account.slug ?? "" }}
          action={saveProfile}
          media={media}
          texts={{
            name: users("name"),
            slug: t("slug"),
            slugHint: t("slugHint"),
            bio: t("bio"),
            bioHint: t("bioHint"),
            picture: t("picture"),
            choosePicture: t("choosePicture"),
            changePicture: t("changePicture"),
            removePicture: t("removePicture"),
            save: t("saveProfile"),
          }}
        />
      </Part>
      <Part title={users("yourPassword")} intro={users("passwordIntro", { email: account.email })}>
        <ActionForm
          action={savePassword}
          fields={[
            { name: "current", label: users("currentPassword"), type: "password", autoComplete: "current-password", required: true },
            {
              name: "password",
              label: users("newPassword"),
              hint: users("passwordHint"),
              type: "password",
              autoComplete: "new-password",
              required: true,
            },
          ]}
          username={account.email}
          submit={users("changePassword")}
        />
      </Part>
      <Part title={t("second")} intro={account.totpSince ? t("secondIsOnShort", { count: account.codesLeft }) : t("secondIsOff")}>
        <ButtonLink href="/admin/account/second-factor">{account.totpSince ? t("changeSecond") : t("setUp")}</ButtonLink>
      </Part>
      {provider && (
        <Part title={t("provider", { provider: provider.name })} intro={account.hasProvider ? t("providerIsOn") : t("providerIsOff")}>
          {account.hasProvider && <ActionForm action={disconnect} submit={t("disconnect")} />}
        </Part>
      )}
      <Part title={t("sessions")} intro={t("sessionsIntro")}>
        <SessionList
          sessions={await inWords(await ownSessions(actor, await currentSessionId()))}
          action={endSession}
          texts={{ list: t("sessions"), thisOne: t("thisOne"), end: t("end"), endOthers: t("endOthers") }}
        />
      </Part>
    </>
  );
}
