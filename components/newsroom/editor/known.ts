import { useState } from "react";
import type { Picture } from "@/lib/media/schema";
import type { EditablePost } from "@/lib/posts/editable";
import type { RelatablePost } from "@/lib/posts/newsroom";
import type { Choice } from "./view";

/** Things that the form holds by id alone, as the editor came to know them: for showing their names and pictures. */
export interface Known {
  posts: Record<string, RelatablePost>;
  pictures: Record<string, Picture>;
  tags: Record<string, Choice>;
  learnPost: (post: RelatablePost) => void;
  learnPicture: (picture: Picture) => void;
  learnTag: (tag: Choice) => void;
  learnFrom: (post: EditablePost) => void;
}

/** What is known of chosen posts, pictures and tags. Takes the post that was opened. */
export function useKnown(post: EditablePost | null): Known {
  const [posts, setPosts] = useState(() => byId(post?.related ?? []));
  const [pictures, setPictures] = useState(() => byId(post?.leadMedia ? [post.leadMedia] : []));
  const learnPost = (learnt: RelatablePost) => setPosts((before) => ({ ...before, [learnt.id]: learnt }));
  const learnPicture = (learnt: Picture) => setPictures((before) => ({ ...before, [learnt.id]: learnt }));
  const [tags, setTags] = useState(() => byId(post?.tags ?? []));
  const learnTag = (learnt: Choice) => setTags((before) => ({ ...before, [learnt.id]: learnt }));
  const learnFrom = ({ related, leadMedia, tags: chosen }: EditablePost) => {
    related.forEach(learnPost);
    chosen.forEach(learnTag);
    if (leadMedia) learnPicture(leadMedia);
  };
  return { posts, pictures, tags, learnPost, learnPicture, learnTag, learnFrom };
}

function byId<T extends { id: string }>(things: T[]): Record<string, T> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
