import { useState } from "react";
import type { Stored } from "@/lib/posts/store";
import type { OpenPost } from "./use-post";
import { ask, type EditorActions, type Notice } from "./view";

/** What the buttons of the editor do. Takes the post in its editor and the server's actions; each act returns whether it was done. */
export function usePostActs(open: OpenPost, actions: EditorActions) {
  const { standing, act, after, store, refuse, setStanding } = open;
  const [isDated, setDated] = useState(false);

  async function update(): Promise<Notice> {
    const done = await after<{ ok: true } & Stored>(
      ({ id, version }) => actions.update({ id, version, showAsUpdated: isDated }),
      ({ slug }, { version, revisedAt }) => ({ slug, appliedVersion: version, revisedAt: isDated ? new Date().toISOString() : revisedAt }),
    );
    if (done) setDated(false);
    return done ? "updated" : null;
  }

  return {
    ...open,
    isDated,
    /** Whether the next update is one that readers are told of. */
    setDated,
    /** Saves by hand, as a revision of its own; what is public goes before its readers. */
    save: () => act(standing?.status === "published" ? update : async () => ((await store()) ? "saved" : null)),
    publish: () =>
      act(async () => {
        const done = await after(
          ({ id }) => actions.publish(id),
          ({ slug }, { version }) => ({ slug, appliedVersion: version, status: "published", wasPublic: true }),
        );
        return done ? "published" : null;
      }),
    /** Saves, and sees that there is a link to the preview. Gives the post's id, or null when it was refused. */
    preview: async (): Promise<string | null> => {
      let id: string | null = null;
      await act(async () => {
        const done = await after(
          (saved) => actions.preview(saved.id),
          (_, saved) => {
            id = saved.id;
            return {};
          },
        );
        return done ? "saved" : null;
      });
      return id;
    },
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
