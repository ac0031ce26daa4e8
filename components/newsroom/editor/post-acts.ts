import { useState } from "react";
import type { Stored } from "@/lib/posts/store";
import type { Result } from "@/lib/result";
import type { OpenPost } from "./use-post";
import { ask, type EditorActions, type Notice, type Standing } from "./view";

/** What the buttons of the editor do. Takes the post in its editor and the server's actions; each act returns whether it was done. */
export function usePostActs(open: OpenPost, actions: EditorActions) {
  const { standing, act, after, keep, refuse, setStanding } = open;
  const [isDated, setDated] = useState(false);

  async function update(): Promise<Notice> {
    const done = await after<{ ok: true } & Stored>(
      ({ id, version }) => actions.update({ id, version, showAsUpdated: isDated }),
      ({ slug }, { version, revisedAt }) => ({ slug, appliedVersion: version, revisedAt: isDated ? new Date().toISOString() : revisedAt }),
    );
    if (done) setDated(false);
    return done ? "updated" : null;
  }

  async function withId(work: (saved: Standing) => Promise<Result>, change: Partial<Standing>, notice: Notice): Promise<string | null> {
    let id: string | null = null;
    await act(async () => {
      const done = await after(work, (_, saved) => {
        id = saved.id;
        return change;
      });
      return done ? notice : null;
    });
    return id;
  }

  return {
    ...open,
    isDated,
    /** Whether the next update is one that readers are told of. */
    setDated,
    /** Saves by hand, as a revision of its own; what is public goes before its readers. */
    save: () => act(standing?.status === "published" ? update : keep),
    publish: () =>
      act(async () => {
        const done = await after(
          ({ id }) => actions.publish(id),
          ({ slug }, { version }) => ({ slug, appliedVersion: version, status: "published", wasPublic: true }),
        );
        return done ? "published" : null;
      }),
    /** Saves, and gives the draft to the desk. Gives the post's id, or null when it was refused. */
    submit: () => withId(({ id }) => actions.submit(id), { status: "in_review" }, "submitted"),
    /** Saves, and sees that there is a link to the preview. Gives the post's id, or null when it was refused. */
    preview: () => withId(({ id }) => actions.preview(id), {}, "saved"),
    withdraw: () =>
      act(async () => {
        if (!standing) return null;
        const answer = await ask(() => actions.withdraw(standing.id));
        if (!answer.ok) return refuse(answer);
        setStanding({ ...standing, status: "unpublished" });
        return "withdrawn";
      }),
  };
}

/** The post that an editor works on, with all that its buttons do. */
export type EditedPost = ReturnType<typeof usePostActs>;
