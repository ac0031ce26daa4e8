const MAX_CHARS = 100;

/** What may be an e-mail address, or a part of one, however it is written: a mail about the desk holds no reader's address. */
const ADDRESS = /[^\s<>()]*[@＠﹫][^\s<>()]*/gu;

/** The first line of a reply's text that says something, as a digest shows it: cut after so many characters, its e-mail addresses taken out. */
export function firstLine(body: string): string {
  const line = body.split("\n").find((each) => each.trim() !== "") ?? "";
  const shown = Array.from(line.trim().replace(ADDRESS, "…"));
  return shown.length > MAX_CHARS ? `${shown.slice(0, MAX_CHARS - 1).join("")}…` : shown.join("");
}
