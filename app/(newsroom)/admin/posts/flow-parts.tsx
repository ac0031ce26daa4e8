import { getFormatter, getTranslations } from "next-intl/server";
import { Corrections } from "@/components/newsroom/flow/corrections";
import { Notes, type NoteView } from "@/components/newsroom/flow/notes";
import type { PostFlow } from "@/lib/posts/flow";
import * as actions from "./flow-actions";

/** What colleagues say about a post, in words of the site's language. */
export async function NotesOf({ flow: { id, threads } }: { flow: PostFlow }) {
  const [t, format] = [await getTranslations("flow"), await getFormatter()];
  const view = (note: { id: string; body: string; createdAt: Date; user: { name: string } }): NoteView => ({
    id: note.id,
    body: note.body,
    name: note.user.name,
    time: { instant: note.createdAt.toISOString(), written: format.dateTime(note.createdAt, { dateStyle: "medium", timeStyle: "short" }) },
  });
  return (
    <Notes
      threads={threads.map((thread) => ({
        ...view(thread),
        isResolved: thread.resolvedAt !== null,
        answers: thread.answers.map(view),
        answer: actions.note.bind(null, id, thread.id),
        resolve: actions.settle.bind(null, thread.id),
      }))}
      add={actions.note.bind(null, id, null)}
      texts={{
        note: t("note"),
        add: t("addNote"),
        answer: t("answer"),
        sendAnswer: t("sendAnswer"),
        resolve: t("resolve"),
        reopen: t("reopen"),
        resolved: t("resolved"),
      }}
    />
  );
}

/** What readers are told was wrong in a post. */
export async function CorrectionsOf({ flow: { id, corrections } }: { flow: PostFlow }) {
  const [t, format] = [await getTranslations("flow"), await getFormatter()];
  return (
    <Corrections
      corrections={corrections.map((correction) => ({
        id: correction.id,
        text: correction.text,
        time: { instant: correction.at.toISOString(), written: format.dateTime(correction.at, { dateStyle: "long" }) },
        remove: actions.takeBack.bind(null, correction.id),
      }))}
      add={actions.correct.bind(null, id)}
      texts={{ text: t("correction"), hint: t("correctionHint"), add: t("addCorrection"), remove: t("removeCorrection") }}
    />
  );
}
