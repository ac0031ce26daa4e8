import type { Refusal } from "@/lib/result";

/** Why a post could not be brought in, as the end of a sentence that begins with its name. */
export function reasonOf({ error, fields }: Refusal): string {
  if (error === "staleVersion") return "was edited on the site since it was brought in: --force overwrites that";
  if (fields?.body?.includes("required")) return "has no text to publish under its standfirst";
  if (fields?.lang) return "was given a --lang that is no language's code, such as de or en";
  if (fields?.former?.includes("slugTaken")) return "was given a --former that another post has";
  if (fields?.former) return "was given a --former that is neither like /?p=7 nor like /2012/08/a-slug/";
  if (fields?.category) return "was given a --category of more than 80 characters, or of none";
  return `was refused (${error}${fields ? `: ${Object.keys(fields).join(", ")}` : ""})`;
}
