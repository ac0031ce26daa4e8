import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import type { OwnReply } from "@/lib/comments/own";
import styles from "./receipt.module.css";

interface FollowProps {
  reply: OwnReply;
  /** The receipt's routes. */
  api: string;
  /** The pages that end what was agreed, by kind. */
  ends: { published: string | null; answered: string | null };
  problem?: string;
}

/** "Be told by e-mail": what was agreed, what waits to be confirmed, and what can still be asked for. */
export async function Follow({ reply, api, ends, problem }: FollowProps) {
  const t = await getTranslations("receipt.follow");
  const { wishes, fate, maskedAddress } = reply;
  const kinds = (["published", "answered"] as const).filter((kind) => kind === "answered" || fate === "awaiting");
  const open = kinds.filter((kind) => wishes[kind].state !== "confirmed");
  // Of what was turned down there is nothing to be told any more.
  if (!maskedAddress || (fate !== "awaiting" && fate !== "published")) return null;
  return (
    <section className={styles.part} aria-labelledby="follow">
      <h2 id="follow">{t("heading")}</h2>
      {kinds.map((kind) => {
        const end = ends[kind];
        return (
          end && (
            <p key={kind} className={styles.agreed}>
              {t(`going.${kind}`)} <a href={end}>{t("end")}</a>
            </p>
          )
        );
      })}
      {kinds.some((kind) => wishes[kind].state === "asked") && <p className={styles.agreed}>{t("asked")}</p>}
      {open.length > 0 && (
        <form className={styles.follow} method="post" action={`${api}/subscribe#told`}>
          <p>{t("where", { address: maskedAddress })}</p>
          <fieldset aria-invalid={problem ? true : undefined} aria-describedby={problem ? "follow-problem" : undefined}>
            <legend>{t("legend")}</legend>
            {open.map((kind) => (
              <Checkbox key={kind} name={kind} value="yes" label={t(kind)} defaultChecked={wishes[kind].state === "asked"} />
            ))}
            {problem && (
              <p className={styles.wrong} id="follow-problem">
                {problem}
              </p>
            )}
          </fieldset>
          <Button>{t("button")}</Button>
        </form>
      )}
    </section>
  );
}
