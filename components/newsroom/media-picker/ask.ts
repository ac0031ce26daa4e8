import { z } from "zod";
import { picture, type Picture } from "@/lib/media/schema";

const refused = z.object({ ok: z.literal(false), error: z.string(), fields: z.record(z.string(), z.array(z.string())).optional() });
const uploaded = z.union([picture.extend({ ok: z.literal(true) }), refused]);
const replaced = z.union([z.object({ ok: z.literal(true) }), refused]);
const listed = z.union([z.object({ ok: z.literal(true), pictures: z.array(picture), next: z.string().nullable() }), refused]);

/** Why something did not work: the code of the whole, or of each field. */
export interface Problems {
  whole?: string;
  file?: string;
  alt?: string;
  caption?: string;
  credit?: string;
}

/** What is told of a picture that is uploaded. */
export interface PictureTexts {
  alt: string;
  caption: string;
  credit: string;
}

/** Called with the part of a file that is sent, from 0 to 1; at 1 the server begins to make it ready. */
export type OnProgress = (part: number) => void;

/** Uploads a picture. Returns it, or what was wrong. Never throws: a lost network is `network`. */
export async function upload(
  file: File,
  texts: PictureTexts,
  onProgress: OnProgress,
): Promise<{ picture: Picture } | { problems: Problems }> {
  const answer = uploaded.safeParse(await send({ file, ...texts }, onProgress)).data;
  return answer?.ok ? { picture: answer } : { problems: problemsOf(answer) };
}

/** Puts a file in a picture's place. Returns what was wrong, or null. Never throws. */
export async function replace(id: string, file: File, onProgress: OnProgress): Promise<Problems | null> {
  const answer = replaced.safeParse(await send({ id, file }, onProgress)).data;
  return answer?.ok ? null : problemsOf(answer);
}

function problemsOf(answer: z.infer<typeof refused> | undefined): Problems {
  if (!answer) return { whole: "network" };
  const { error, fields } = answer;
  if (["notAPicture", "pictureTooLarge", "tooLarge"].includes(error)) return { file: error };
  if (!fields) return { whole: error };
  return { file: fields.bytes?.[0], alt: fields.alt?.[0], caption: fields.caption?.[0], credit: fields.credit?.[0] };
}

/** Sends a form by XMLHttpRequest, which alone tells how far it got. Returns the answer as JSON, or null without one. */
function send(fields: Record<string, string | File>, onProgress: OnProgress): Promise<unknown> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    request.addEventListener("load", () => resolve(request.response));
    request.addEventListener("error", () => resolve(null));
    request.addEventListener("abort", () => resolve(null));
    request.open("POST", "/api/media");
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.send(body);
  });
}

/** Pictures that are there, newest first. Takes words to find some by, and the id to go on from; returns them and the next such id, or null when they could not be had. */
export async function listPictures(q: string, after: string | null): Promise<{ pictures: Picture[]; next: string | null } | null> {
  const query = new URLSearchParams({ ...(q && { q }), ...(after && { after }) });
  try {
    const response = await fetch(`/api/media?${query.toString()}`, { headers: { accept: "application/json" } });
    const answer = listed.safeParse(await response.json()).data;
    return answer?.ok ? answer : null;
  } catch (error) {
    // No network, or an answer that is no JSON because something on the way answered instead.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
