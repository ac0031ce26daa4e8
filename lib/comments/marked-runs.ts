/** A run of a comment's text and what it is: stars are emphasis (1), bold (2) or both. An address stands apart. */
export interface Run {
  text: string;
  stars: number;
  kind: "text" | "code" | "address";
}

/**
 * Runs of text as the Markdown of comments. It has no escapes: a run is marked only where its marks are read as such
 * (CommonMark's flanking delimiter runs), and is plain text elsewhere. Lines are trimmed.
 */
export function markedText(runs: Run[]): string {
  const pieces: string[] = [];
  let before = "\n";
  for (const [at, run] of runs.entries()) {
    const whole = marked(run, before, runs[at + 1]?.text.charAt(0) ?? "\n");
    const piece = before === " " && whole.startsWith(" ") ? whole.slice(1) : whole;
    if (piece) before = piece.slice(-1);
    pieces.push(piece);
  }
  const lines = pieces.join("").split("\n");
  return lines
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

/** Adds a run to others; like ones are one. */
export function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.kind === run.kind && last.stars === run.stars && run.kind !== "address" && run.text !== "\n" && last.text !== "\n")
    last.text += run.text;
  else runs.push(run);
}

function marked({ text, stars, kind }: Run, before: string, after: string): string {
  const inner = text.trim();
  if (!inner) return text;
  if (kind === "address") return `${/[\s(]/.test(before) ? "" : " "}${inner}${/[\s.,;:!?)]/.test(after) ? "" : " "}`;
  const [start, end] = [text.startsWith(inner) ? "" : " ", text.endsWith(inner) ? "" : " "];
  if (kind === "code") return `${start}${inTicks(inner)}${end}`;
  const signs = "*".repeat(stars);
  return stars > 0 && isMarkable(inner, start || before, end || after) ? `${start}${signs}${inner}${signs}${end}` : text;
}

/** A sign of emphasis beside another one, or between a letter and a sign of punctuation, is read as typed. */
function isMarkable(inner: string, before: string, after: string): boolean {
  const mayOpen = /^[\p{L}\p{N}]/u.test(inner) || /\s/.test(before);
  const mayClose = /[\p{L}\p{N}]$/u.test(inner) || /[\s.,;:!?)]/.test(after);
  return mayOpen && mayClose && !inner.includes("*") && before !== "*" && after !== "*";
}

/** Code may hold fewer ticks, or more, than stand around it. */
function inTicks(code: string): string {
  const ticks = ticksFor(code, 1);
  const space = code.startsWith("`") || code.endsWith("`") ? " " : "";
  return `${ticks}${space}${code}${space}${ticks}`;
}

/** More ticks than a text has in a row, and at least so many. */
export function ticksFor(text: string, least: number): string {
  let most = least - 1;
  for (const [ticks] of text.matchAll(/`+/g)) most = Math.max(most, ticks.length);
  return "`".repeat(most + 1);
}
