import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { NextPage } from "@/components/newsroom/desk/next-page";
import { Tabs } from "@/components/newsroom/desk/tabs";
import type { Actor } from "@/lib/users/policy";
import { deskTabs, pathOf, type Beside } from "./desk-tabs";

interface DeskFrameProps {
  actor: Actor;
  part: Beside;
  title: string;
  /** Where the page begins, of a later one; and where the next does. */
  after?: string | string[];
  next?: string | null;
  children: ReactNode;
}

/** What stands around every list of the desk beside those of comments: its name, the way to the others, and on through its pages. */
export async function DeskFrame({ actor, part, title, after, next, children }: DeskFrameProps) {
  const t = await getTranslations("desk");
  const here = pathOf(part);
  return (
    <>
      <h1>{title}</h1>
      <Tabs label={t("lists")} tabs={await deskTabs(actor, part)} />
      {children}
      <NextPage
        first={after ? { href: here, label: t("first") } : null}
        next={next ? { href: `${here}?after=${next}`, label: t("next") } : null}
      />
    </>
  );
}
