import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { FindInList } from "@/components/newsroom/page/find-in-list";
import { EmptyList, PageTitle, Part } from "@/components/newsroom/page/page";
import { UserList } from "@/components/newsroom/users/user-list";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/auth";
import { listUsers } from "@/lib/users/newsroom";
import { mayManageUsers } from "@/lib/users/policy";
import { ROLES } from "@/lib/users/schema";
import { askedFor, hrefOf } from "../list-address";
import { changeUser, invite } from "./actions";

const HOME = "/admin/users";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

/** Who works here, who came last first, for administrators. A newsroom of many people can find one of them. */
export default async function UsersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  if (!mayManageUsers(actor)) notFound();
  const [t, role] = [await getTranslations("users"), await getTranslations("newsroom.roles")];
  const { after, ...stays } = askedFor(await searchParams);
  const { q = "" } = stays;
  const { users, next } = await listUsers(actor, { q, after });
  const roles = ROLES.map((each) => ({ value: each, label: role(each) }));
  return (
    <>
      <PageTitle actions={<ButtonLink href="/admin/users/roles">{t("roles")}</ButtonLink>}>{t("title")}</PageTitle>
      {(q || after || next) && <FindInList action={HOME} q={q} texts={{ search: t("search"), find: t("find") }} />}
      {users.length === 0 ? (
        <EmptyList>{t("noneFound")}</EmptyList>
      ) : (
        <UserList
          users={users.map((user) => ({ ...user, isOneself: user.id === actor.id, stateLabel: t(`states.${user.state}`) }))}
          roles={roles}
          action={changeUser}
          texts={{
            list: t("title"),
            you: t("you"),
            roleOf: t("roleOf"),
            changeRole: t("changeRole"),
            deactivate: t("deactivate"),
            reactivate: t("reactivate"),
            resetSecond: t("resetSecond"),
            secondOn: t("secondOn"),
            confirm: {
              deactivate: { title: t("confirmTitle"), text: t("confirmText") },
              resetSecond: { title: t("confirmSecondTitle"), text: t("confirmSecondText") },
            },
            cancel: t("cancel"),
          }}
        />
      )}
      <NextPage
        first={after ? { href: hrefOf(HOME, stays), label: t("first") } : null}
        next={next ? { href: hrefOf(HOME, stays, { after: next }), label: t("next") } : null}
      />
      <Part title={t("inviteTitle")} intro={t("inviteIntro")}>
        <ActionForm
          action={invite}
          fields={[
            { name: "email", label: t("email"), type: "email", autoComplete: "off", required: true },
            { name: "role", label: t("role"), options: roles, value: "author" },
          ]}
          submit={t("invite")}
          link={{ label: t("link"), hint: t("linkHint") }}
        />
      </Part>
    </>
  );
}
