/** What a line may tell besides its event: codes, ids, counts. Never an address, IP, token or a person's text. */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** Writes one line of what happened: time, event, fields. */
export function logInfo(event: string, fields: LogFields = {}): void {
  console.log(line("info", event, fields));
}

/** Answers whoever started this process in plain words (`ready <url>`). */
export function say(text: string): void {
  console.log(text);
}

/**
 * Writes one line of what failed and why: names, codes and first lines of the error and its causes, and where.
 * Takes what was thrown; text in quotes, addresses and IPs in its messages are blotted out.
 */
export function logError(event: string, error: unknown, fields: LogFields = {}): void {
  console.error(line("error", event, { ...fields, cause: reasons(error), at: place(error) }));
}

/**
 * Lets the process live on when nobody reads what it prints any more. Without it each line that cannot be written is
 * thrown as a defect, whose report (Next's) cannot be written either: such a server spun at full load and did not end.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

function line(level: string, event: string, fields: LogFields): string {
  return JSON.stringify({ time: new Date().toISOString(), level, event, ...fields });
}

function reasons(error: unknown): string {
  const found: string[] = [];
  for (let cause = error; cause instanceof Error && found.length < 5; cause = cause.cause) {
    const code = "code" in cause && typeof cause.code === "string" ? ` ${cause.code}` : "";
    found.push(`${cause.name}${code}: ${discreet(cause.message)}`);
  }
  return found.join(" <- ") || discreet(said(error));
}

/** pg-boss tells of copies of errors, which are errors no more. */
function said(thrown: unknown): string {
  return String(typeof thrown === "object" && thrown !== null && "message" in thrown ? thrown.message : thrown);
}

/** Where our own code stood: the first frame outside node_modules, else the first. */
function place(error: unknown): string | undefined {
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((row) => row.trimStart().startsWith("at ")) : [];
  return (frames.find((row) => !row.includes("node_modules") && !row.includes("node:")) ?? frames[0])?.trim();
}

const MAX_MESSAGE_CHARS = 300;

/** Prisma quotes a query's arguments in its messages' middle; the last line says what was wrong. */
function discreet(message: string): string {
  const last = message.trim().split("\n").at(-1) ?? "";
  return last
    .replace(/[^\s"'`<>()]+@[^\s"'`<>()]+/g, "[address]")
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, "[ip]")
    .replace(/(?:[0-9a-f]{0,4}:){3,}[0-9a-f]{0,4}/gi, "[ip]")
    .replace(/"[^"]*"/g, '"…"')
    .slice(0, MAX_MESSAGE_CHARS);
}
