import { z } from "zod";
import { picture, type Picture } from "@/lib/media/schema";

const refused = z.object({ ok: z.literal(false), error: z.string(), fields: z.record(z.string(), z.array(z.string())).optional() });
const uploaded = z.union([picture.extend({ ok: z.literal(true) }), refused]);
const listed = z.union([z.object({ ok: z.literal(true), pictures: z.array(picture), next: z.string().nullable() }), refused]);

/** Why something did not work: the code of the whole, or of each field. */
export interface Problems {
  whole?: string;
  file?: string;
  alt?: string;
}

/** Uploads a picture. Takes the form's file and text; returns the picture, or what was wrong. Never throws: a lost network is `network`. */
export async function upload(file: File, alt: string): Promise<{ picture: Picture } | { problems: Problems }> {
  const body = new FormData();
  body.set("file", file);
  body.set("alt", alt);
  const answer = await ask(uploaded, "/api/media", { method: "POST", body });
  if (!answer) return { problems: { whole: "network" } };
  if (answer.ok) return { picture: answer };
  const isOfFile = ["notAPicture", "pictureTooLarge", "tooLarge"].includes(answer.error);
  if (isOfFile) return { problems: { file: answer.error } };
  if (answer.fields) return { problems: { file: answer.fields.bytes?.[0], alt: answer.fields.alt?.[0] } };
  return { problems: { whole: answer.error } };
}

/** Pictures that are there, newest first. Takes the id to go on from; returns them and the next such id, or null when they could not be had. */
export async function listPictures(after: string | null): Promise<{ pictures: Picture[]; next: string | null } | null> {
  const answer = await ask(listed, after ? `/api/media?after=${after}` : "/api/media", {});
  return answer?.ok ? answer : null;
}

async function ask<T>(expected: z.ZodType<T>, path: string, init: RequestInit): Promise<T | null> {
  try {
    const response = await fetch(path, { ...init, headers: { accept: "application/json" } });
    return expected.safeParse(await response.json()).data ?? null;
  } catch (error) {
    // No network, or an answer that is no JSON because something on the way answered instead.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
