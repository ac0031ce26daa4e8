import { useState } from "react";
import type { EditablePost } from "@/lib/posts/editable";
import { markWrong, validFields, type Form } from "./form";
import { forgetText, keptName, type Opened } from "./kept-text";
import { standingOf, storedValues } from "./values";
import { ask, type EditorPage, type Notice, type Problem, type Standing } from "./view";

/**
 * The post that an editor works on: how it stands on the server, and what its buttons do. Every act returns whether it
 * was done, and says what happened in `notice` or `problem`; `stale` is the other text when somebody saved meanwhile.
 * Takes the form, the page's data, what was opened, and whether the slug was chosen by hand.
 */
export function usePost(form: Form, page: EditorPage, opened: Opened, isSlugChosen: boolean) {
  const { actions, kind, post } = page;
  // A kept text was typed on the version that it names: if that is not the stored one, the save will say so.
  const [standing, setStanding] = useState<Standing | null>(post && { ...standingOf(post), version: opened.kept?.version ?? post.version });
  const [stored, setStored] = useState(opened.stored);
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [stale, setStale] = useState<EditablePost | null>(null);
  const name = keptName(page, standing);

  /** Runs one act at a time, with the messages of the last one gone. */
  async function act(work: () => Promise<Notice>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setNotice(null);
    setProblem(null);
    const done = await work();
    setNotice(done);
    setBusy(false);
    return done !== null;
  }

  async function store(version = standing?.version): Promise<Standing | null> {
    const fields = await validFields(form);
    if (!fields) return refuse("invalid");
    const snapshot = structuredClone(form.getValues());
    const slug = isSlugChosen ? fields.slug : "";
    const answer = await ask(() => actions.save({ ...fields, slug, kind, id: standing?.id, version }));
    if (!answer.ok) {
      if ("stored" in answer) setStale(answer.stored);
      markWrong(form, answer.fields);
      return refuse(answer.error);
    }
    const now: Standing = {
      ...(standing ?? { status: "draft", wasPublic: false }),
      id: answer.id,
      version: answer.version,
      slug: answer.slug,
    };
    markWrong(form, answer.wrong);
    setStale(null);
    setStanding(now);
    if (form.getValues("slug") === snapshot.slug) form.setValue("slug", answer.slug);
    setStored({ ...snapshot, slug: answer.slug });
    forgetText(name);
    // The address names the post from now on; the page itself stays as it is, with the cursor where it was.
    if (!standing) history.replaceState(null, "", `/admin/${kind}s/${answer.id}`);
    return now;
  }

  /** Saves, and brings a public post's text before its readers. */
  async function storeAndUpdate(version?: number): Promise<Standing | null> {
    const saved = await store(version);
    if (saved?.status !== "published") return saved;
    const answer = await ask(() => actions.update({ id: saved.id, version: saved.version, showAsUpdated: false }));
    if (!answer.ok) {
      markWrong(form, answer.fields);
      return refuse(answer.error);
    }
    setStanding({ ...saved, slug: answer.slug });
    return saved;
  }

  function refuse(code: Problem): null {
    setProblem(code);
    return null;
  }

  return {
    standing,
    stored,
    name,
    isBusy,
    notice,
    problem,
    stale,
    save: () => act(async () => ((await storeAndUpdate()) ? "saved" : null)),
    /** Saves over the other's text, which the person has seen. */
    overwrite: () => act(async () => (stale && (await storeAndUpdate(stale.version)) ? "saved" : null)),
    /** Gives up the own text for the other's. */
    takeStored: () =>
      act(() => {
        if (!stale) return Promise.resolve(null);
        const values = storedValues(stale);
        form.reset(values);
        setStored(values);
        setStanding(standingOf(stale));
        setStale(null);
        forgetText(name);
        return Promise.resolve("taken");
      }),
    /** Gives up a text that this browser kept, for the one that the page was opened with. */
    discardKept: () => {
      form.reset(opened.stored);
      setStored(opened.stored);
      setStanding(post && standingOf(post));
      forgetText(name);
    },
    publish: () =>
      act(async () => {
        const saved = await store();
        if (!saved) return null;
        const answer = await ask(() => actions.publish(saved.id));
        if (!answer.ok) {
          markWrong(form, answer.fields);
          return refuse(answer.error);
        }
        setStanding({ ...saved, status: "published", wasPublic: true });
        return "published";
      }),
    withdraw: () =>
      act(async () => {
        if (!standing) return null;
        const answer = await ask(() => actions.withdraw(standing.id));
        if (!answer.ok) return refuse(answer.error);
        setStanding({ ...standing, status: "unpublished" });
        return "withdrawn";
      }),
    /** Saves, then gives the preview's path. */
    preview: async (): Promise<string | null> => {
      let path: string | null = null;
      await act(async () => {
        const saved = await store();
        if (!saved) return null;
        const answer = await ask(() => actions.preview(saved.id));
        if (!answer.ok) return refuse(answer.error);
        path = answer.path;
        return "saved";
      });
      return path;
    },
  };
}

/** The post that an editor works on. */
export type EditedPost = ReturnType<typeof usePost>;
