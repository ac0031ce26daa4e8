import { useState } from "react";
import { useTranslations } from "next-intl";
import { useFocusStays } from "@/components/newsroom/form/use-focus-stays";
import { Checkbox } from "@/components/ui/field";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveMark } from "./save-mark";
import type { EditedPost } from "./post-acts";
import styles from "./editor.module.css";

interface ActBarProps {
  edited: EditedPost;
  kind: "post" | "page";
  /** Whether this person brings posts before readers; others give them to the desk. */
  mayPublish: boolean;
}

/** How the post stands, and what one can do with it. */
export function ActBar({ edited, kind, mayPublish }: ActBarProps) {
  const t = useTranslations("posts");
  const save = useTranslations("save");
  const { standing, isBusy } = edited;
  const status = standing?.status ?? "draft";
  const isPublic = status === "published";
  const bar = useFocusStays<HTMLDivElement>();
  return (
    <div ref={bar} className={styles.bar}>
      <div className={styles.acts}>
        <p className={styles.standing} data-status={status}>
          {t(`status.${status}`)}
        </p>
        <SaveMark edited={edited} />
        {standing && (
          <ButtonLink href={`/admin/${kind}s/${standing.id}/revisions`} tone="quiet">
            {save("revisions")}
          </ButtonLink>
        )}
        {isPublic && standing && (
          <ButtonLink href={`/${standing.slug}`} tone="quiet">
            {t("view")}
          </ButtonLink>
        )}
        <Button type="button" aria-disabled={isBusy} onClick={() => void openPreview(edited, kind)}>
          {t("preview")}
        </Button>
        {standing && <ButtonLink href={`/admin/${kind}s/${standing.id}/flow`}>{t("workflow")}</ButtonLink>}
        {isPublic && mayPublish && <Withdraw edited={edited} kind={kind} />}
        {isPublic && (
          <Checkbox label={save("showAsUpdated")} checked={edited.isDated} onChange={(event) => edited.setDated(event.target.checked)} />
        )}
        <Button type="submit" tone={isPublic ? "primary" : "plain"} aria-disabled={isBusy}>
          {t(isPublic ? "update" : status === "draft" ? "saveDraft" : "save")}
        </Button>
        {status === "draft" && !mayPublish && (
          <Button type="button" tone="primary" aria-disabled={isBusy} onClick={() => void submit(edited, kind)}>
            {t("submit")}
          </Button>
        )}
        {!isPublic && mayPublish && (
          <Button type="button" tone="primary" aria-disabled={isBusy} onClick={() => void edited.publish()}>
            {t("publish")}
          </Button>
        )}
      </div>
    </div>
  );
}

function Withdraw({ edited, kind }: Omit<ActBarProps, "mayPublish">) {
  const t = useTranslations("posts");
  const [isAsking, ask] = useState(false);
  async function withdraw() {
    ask(false);
    await edited.withdraw();
  }
  return (
    <>
      <Button type="button" tone="danger" aria-disabled={edited.isBusy} onClick={() => ask(true)}>
        {t("unpublish")}
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={ask}
        title={t(kind === "page" ? "unpublishPageTitle" : "unpublishTitle")}
        description={t("unpublishMeans")}
        cancel={t("cancel")}
        action={
          <Button type="button" tone="danger" onClick={() => void withdraw()}>
            {t("unpublish")}
          </Button>
        }
      />
    </>
  );
}

/** From now on the post is the desk's: its workflow shows how it goes on, and there is no more to write until it comes back. */
async function submit(edited: EditedPost, kind: ActBarProps["kind"]): Promise<void> {
  const id = await edited.submit();
  if (id) location.assign(`/admin/${kind}s/${id}/flow`);
}

/** The tab is opened at the click: browsers block one that is opened after an answer has been waited for. */
async function openPreview(edited: EditedPost, kind: ActBarProps["kind"]): Promise<void> {
  const tab = window.open("", "_blank");
  const id = await edited.preview();
  const path = id && `/admin/${kind}s/${id}/preview`;
  if (!path) tab?.close();
  else if (tab) tab.location.href = path;
  else location.assign(path);
}
