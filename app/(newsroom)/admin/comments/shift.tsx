import { getFormatter, getTranslations } from "next-intl/server";
import { Entries } from "@/components/newsroom/commenters/entries";
import styles from "@/components/newsroom/desk/desk.module.css";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { Part } from "@/components/newsroom/page/page";
import { PAUSES, type Braking } from "@/lib/comments/shift/brake";
import { shiftOf } from "@/lib/comments/shift/newsroom";
import type { Actor } from "@/lib/users/policy";
import { PostRules } from "./post-rules";
import { changeShift } from "./shift-actions";

type Texts = Awaited<ReturnType<typeof getTranslations<"shift">>>;

/** What a shift has to know, and sets: what is slowed down, and notes for the next. What is in force is said before it is opened. */
export async function ShiftPanel({ actor, article }: { actor: Actor; article: string | undefined }) {
  const [shift, t, format] = await Promise.all([shiftOf(actor, article), getTranslations("shift"), getFormatter()]);
  if (!shift) return null;
  const { site, posts, notes, post } = shift;
  const braked = [
    ...(isOn(site) ? [t("siteIs", { what: inWords(site, t) })] : []),
    ...(posts.length > 0 ? [t("postsAre", { count: posts.length })] : []),
  ];
  const here = post ? (posts.find((each) => each.post.id === post.id) ?? { holdsAll: false, slowSeconds: 0 }) : site;
  return (
    <details className={styles.shift}>
      <summary>
        {t("title")} {braked.length > 0 && <strong className={styles.urgent}>{braked.join(" ")}</strong>}
        {notes.length > 0 && <span className={styles.soft}> {t("notes", { count: notes.length })}</span>}
      </summary>
      <Part title={post ? t("brakePost", { title: post.title }) : t("brakeSite")} intro={post ? undefined : t("brakeHint")}>
        <ActionForm
          key={post?.id ?? ""}
          action={changeShift}
          hidden={{ act: "brake", postId: post?.id ?? "" }}
          fields={[
            {
              name: "holdsAll",
              label: t("holds.label"),
              value: here.holdsAll ? "yes" : "no",
              options: (["no", "yes"] as const).map((value) => ({ value, label: t(`holds.${value}`) })),
            },
            {
              name: "slowSeconds",
              label: t("slow.label"),
              hint: t("slow.hint"),
              value: String(here.slowSeconds),
              options: PAUSES.map((value) => ({ value, label: pauseInWords(Number(value), t) })),
            },
          ]}
          submit={t("set")}
        />
        <Entries
          entries={posts.map((brake) => ({
            id: brake.post.id,
            title: brake.post.title,
            href: `/admin/comments?article=${encodeURIComponent(`/${brake.post.slug}`)}`,
            what: inWords(brake, t),
            text: "",
            note: "",
            button: { act: "lift", label: t("lift") },
          }))}
          change={changeShift}
        />
      </Part>
      {post && <PostRules actor={actor} post={post} />}
      <Part title={t("noteTitle")}>
        <Entries
          entries={notes.map(({ id, text, by, createdAt }) => ({
            id,
            title: "",
            href: null,
            what: "",
            text,
            note: `${by ?? t("somebody")} · ${format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}`,
            button: { act: "unnote", label: t("remove") },
          }))}
          empty={t("noNotes")}
          change={changeShift}
        />
        <ActionForm
          action={changeShift}
          hidden={{ act: "note" }}
          fields={[{ name: "text", label: t("noteLabel"), rows: 3, required: true }]}
          submit={t("leave")}
        />
      </Part>
    </details>
  );
}

function isOn({ holdsAll, slowSeconds }: Braking): boolean {
  return holdsAll || slowSeconds > 0;
}

function inWords({ holdsAll, slowSeconds }: Braking, t: Texts): string {
  return [holdsAll ? t("isHeld") : "", slowSeconds > 0 ? t("isSlow", { pause: pauseInWords(slowSeconds, t) }) : ""]
    .filter(Boolean)
    .join(", ");
}

function pauseInWords(seconds: number, t: Texts): string {
  return seconds === 0 ? t("slow.none") : t("slow.minutes", { count: seconds / 60 });
}
