import { useState } from "react";
import type { EditablePost } from "@/lib/posts/editable";
import type { Refusal } from "@/lib/result";
import { firstWrong, markWrong, type Form } from "./form";
import type { SaveAnswer, SentFields } from "./saver";
import { useActs } from "./use-acts";
import { useSaving, type Opened } from "./use-saving";
import { standingOf, storedValues } from "./values";
import { ask, type EditorPage, type Notice, type Problem, type Standing } from "./view";

/**
 * The post that an editor works on: how it stands on the server, and what its acts are built with (post-acts.ts). `act`
 * runs one at a time and says what happened in `notice` or `problem`; `after` stores the text first. `stale` is the
 * other text when somebody saved meanwhile, `saving` how far the typed text has come. Takes the form, the page's data,
 * what was opened, and whether the slug was chosen by hand.
 */
export function usePost(form: Form, page: EditorPage, opened: Opened, isSlugChosen: boolean) {
  const { kind, post } = page;
  const [standing, setStanding] = useState<Standing | null>(post && standingOf(post));
  const { isBusy, notice, problem, setProblem, act } = useActs();
  const [stale, setStale] = useState<EditablePost | null>(null);
  const saving = useSaving({ form, page, opened, isSlugChosen, onAnswer });

  /** Hears of every save, by hand or by itself. */
  function onAnswer(answer: SaveAnswer, sent: SentFields): void {
    if (!answer.ok) {
      if ("stored" in answer) setStale(answer.stored);
      return;
    }
    setStale(null);
    setStanding((before) => ({ ...(before ?? { status: "draft", wasPublic: false, revisedAt: null }), ...stored(answer) }));
    // The server made the address of the title; it is shown unless the person has chosen one meanwhile.
    if (!sent.slug && !isSlugChosen) form.setValue("slug", answer.slug);
    // The address names the post from now on; the page itself stays as it is, with the cursor where it was.
    if (!standing && !location.pathname.endsWith(answer.id)) history.replaceState(null, "", `/admin/${kind}s/${answer.id}`);
  }

  /** Stores the fields by hand; fields that are not finished are stored, too, and named. Null when it was refused. */
  async function store(): Promise<Standing | null> {
    const answer = await saving.store();
    if (!answer.ok) return refuse(answer);
    markWrong(form, answer.wrong);
    return { ...(standing ?? { status: "draft", wasPublic: false, revisedAt: null }), ...stored(answer) };
  }

  /** The same as an act of its own, which says where a field is wrong: it may be out of sight. */
  async function keep(): Promise<Notice> {
    if (!(await store())) return null;
    return firstWrong(form) ? "savedWrong" : "saved";
  }

  function refuse({ error, fields }: { error: Problem; fields?: Refusal["fields"] }): null {
    markWrong(form, fields, { focus: true });
    setProblem(error);
    return null;
  }

  /** Stores, and then has an act done with the post as it is stored; the act's answer changes how it stands. */
  async function after<Answer extends { ok: true }>(
    work: (saved: Standing) => Promise<Answer | Refusal>,
    change: (answer: Answer, saved: Standing) => Partial<Standing>,
  ): Promise<boolean> {
    const saved = await store();
    if (!saved) return false;
    const answer = await ask(() => work(saved));
    if (!answer.ok) {
      if ("stored" in answer) setStale(answer.stored as EditablePost);
      refuse(answer);
      return false;
    }
    // Now, and not when React comes to it: who waits for the act reads what it gave.
    const changed = change(answer, saved);
    setStanding((before) => ({ ...(before ?? saved), ...changed }));
    return true;
  }

  return {
    writer: page.actor,
    standing,
    setStanding,
    saving: saving.state,
    isBusy,
    notice,
    problem,
    stale,
    act,
    after,
    store,
    keep,
    refuse,
    /** Leads to the field that `savedWrong` tells of. */
    showWrong: () => {
      const field = firstWrong(form);
      if (field) form.setFocus(field);
    },
    /** Goes on with the own text (which may hold what was taken from the other's); the other's stays a revision. */
    overwrite: () =>
      act(async () => {
        if (!stale) return null;
        saving.goOnFrom(stale.version);
        setStale(null);
        return keep();
      }),
    /** Gives up the own text for the other's. */
    takeStored: () =>
      act(() => {
        if (stale) show(stale);
        return Promise.resolve(stale && "taken");
      }),
    /** Gives up a text that this browser kept, for the one that the page was opened with. */
    discardKept: () => {
      form.reset(opened.stored);
      saving.touch();
    },
  };

  /** Shows a text as it is stored. */
  function show(other: EditablePost): void {
    const values = storedValues(other);
    saving.goOnFrom(other.version);
    form.reset(values);
    saving.takeAsStored(values);
    setStanding(standingOf(other));
    setStale(null);
  }
}

function stored({ id, slug, version, appliedVersion }: SaveAnswer & { ok: true }) {
  return { id, slug, version, appliedVersion };
}

/** A post in its editor, as its acts need it. */
export type OpenPost = ReturnType<typeof usePost>;
