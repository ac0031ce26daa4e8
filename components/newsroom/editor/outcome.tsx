import { useTranslations } from "next-intl";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { EditedPost } from "./post-acts";
import type { Notice } from "./view";
import styles from "./editor.module.css";

/** What the last act led to, heard as it happens, and in sight wherever one is in the text. */
export function Outcome({ edited }: { edited: EditedPost }) {
  const t = useTranslations("posts");
  const { isBusy, notice, showWrong } = edited;
  return (
    <div className={styles.outcome}>
      <Status>{isBusy ? t("working") : notice && <Told notice={notice} onShowWrong={showWrong} />}</Status>
      <Problem edited={edited} />
    </div>
  );
}

function Told({ notice, onShowWrong }: { notice: NonNullable<Notice>; onShowWrong: () => void }) {
  const t = useTranslations("posts");
  if (notice !== "savedWrong") return t(`notice.${notice}`);
  return (
    <>
      {t("notice.savedWrong")}{" "}
      <Button type="button" small onClick={onShowWrong}>
        {t("showWrong")}
      </Button>
    </>
  );
}

function Problem({ edited: { problem, writer } }: { edited: EditedPost }) {
  const t = useTranslations("posts");
  const errors = useTranslations("errors");
  if (!problem) return null;
  if (problem === "offline") return <Alert>{t("offline")}</Alert>;
  if (problem === "signedOut")
    return (
      <Alert>
        {t("signedOut", { name: writer.name })}{" "}
        <a href="/admin/sign-in" target="_blank">
          {t("signInElsewhere")}
        </a>
      </Alert>
    );
  return <Alert>{problem === "postNotFound" ? t("gone") : errors(problem)}</Alert>;
}
