import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskKeysForm } from "@/components/newsroom/account/desk-keys";
import { Portrait } from "@/components/newsroom/account/portrait";
import { SessionList } from "@/components/newsroom/account/session-list";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { mediaPickerTexts } from "@/components/newsroom/media-picker/texts";
import { PageTitle, Part } from "@/components/newsroom/page/page";
import { ButtonLink } from "@/components/ui/button";
import { currentSessionId, requireActor } from "@/lib/auth";
import { signInProvider } from "@/lib/config";
import { deskKeysOf } from "@/lib/comments/desk/own-keys";
import { mayUseMedia } from "@/lib/media/policy";
import { ownAccount, ownSessions } from "@/lib/users/newsroom";
import { Notices } from "./notices";
import { keyTexts } from "../comments/key-texts";
import { disconnect, endSession, saveDeskKeys, savePassword, saveProfile } from "./actions";
import { inWords } from "./sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("account") };
}

/** One's own profile, password, second factor and sessions. */
export default async function AccountPage() {
  const actor = await requireActor();
  const [t, users, account] = [await getTranslations("account"), await getTranslations("users"), await ownAccount(actor)];
  const keys = await deskKeysOf(actor);
  const provider = signInProvider();
  const media = mayUseMedia(actor) ? mediaPickerTexts(await getTranslations("media"), await getTranslations("errors")) : null;
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/users/roles">{users("roles")}</ButtonLink>}>{users("account")}</PageTitle>
      <Part title={t("profile")} intro={t("profileIntro")}>
        <ActionForm
          action={saveProfile}
          fields={[
            { name: "name", label: users("name"), autoComplete: "name", required: true, value: account.name },
            { name: "slug", label: t("slug"), hint: t("slugHint"), autoComplete: "off", value: account.slug ?? "" },
            { name: "bio", label: t("bio"), hint: t("bioHint"), rows: 5, value: account.bio },
          ]}
          submit={t("saveProfile")}
        >
          <Portrait
            picture={account.picture}
            media={media}
            texts={{ picture: t("picture"), choose: t("choosePicture"), change: t("changePicture"), remove: t("removePicture") }}
          />
        </ActionForm>
      </Part>
      <Notices />
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
      {keys && (
        <Part title={t("keys.title")} intro={t("keys.intro")}>
          <div id="keys">
            <DeskKeysForm
              kept={keys}
              action={saveDeskKeys}
              texts={{
                on: t("keys.on"),
                acts: keyTexts(await getTranslations("desk")),
                save: t("keys.save"),
                standard: t("keys.standard"),
              }}
            />
          </div>
        </Part>
      )}
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
