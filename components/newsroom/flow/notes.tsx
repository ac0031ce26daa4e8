import { ActionForm } from "@/components/newsroom/form/action-form";
import type { FormState } from "@/lib/i18n/form-state";
import { MoveButtons } from "./move-buttons";
import styles from "./flow.module.css";

/** A note as it is shown: who wrote it when, in words. */
export interface NoteView {
  id: string;
  name: string;
  body: string;
  time: { instant: string; written: string };
}

/** A thread of notes: settled ones are closed. */
export interface ThreadView extends NoteView {
  isResolved: boolean;
  answers: NoteView[];
  answer: Act;
  resolve: Act;
}

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface NotesProps {
  threads: ThreadView[];
  add: Act;
  texts: { note: string; add: string; answer: string; sendAnswer: string; resolve: string; reopen: string; resolved: string };
}

/** What colleagues tell each other about a post: threads that are answered and settled, and a place for a new one. */
export function Notes({ threads, add, texts }: NotesProps) {
  return (
    <div className={styles.notes}>
      {threads.map((thread) => (
        <details key={thread.id} className={styles.thread} open={!thread.isResolved}>
          <summary>
            <Written note={thread} /> {thread.isResolved && <span className={styles.resolved}>{texts.resolved}</span>}
          </summary>
          <p className={styles.body}>{thread.body}</p>
          {thread.answers.map((note) => (
            <div key={note.id} className={styles.answer}>
              <Written note={note} />
              <p className={styles.body}>{note.body}</p>
            </div>
          ))}
          <details className={styles.reply}>
            <summary>{texts.answer}</summary>
            <ActionForm
              action={thread.answer}
              submit={texts.sendAnswer}
              tone="plain"
              fields={[{ name: "text", label: texts.note, rows: 3, required: true }]}
            />
          </details>
          <MoveButtons
            small
            action={thread.resolve}
            moves={[
              thread.isResolved
                ? { move: "reopen", label: texts.reopen, tone: "plain" }
                : { move: "resolve", label: texts.resolve, tone: "plain" },
            ]}
          />
        </details>
      ))}
      <ActionForm action={add} submit={texts.add} tone="plain" fields={[{ name: "text", label: texts.note, rows: 4, required: true }]} />
    </div>
  );
}

function Written({ note: { name, time } }: { note: NoteView }) {
  return (
    <span className={styles.written}>
      <b>{name}</b> · <time dateTime={time.instant}>{time.written}</time>
    </span>
  );
}
