import { Readable } from "node:stream";
import nodemailer, { type SendMailOptions } from "nodemailer";

/** What came of offering a mail to a mail server. */
export type Offer =
  | { outcome: "taken" }
  /** Another process hands it over, or did. */
  | { outcome: "elsewhere" }
  /** It could not be offered (no connection, no login, sender or recipient not wanted); it was refused; nobody answered. */
  | { outcome: "undelivered" | "refused" | "unanswered"; error: Error };

/** In milliseconds. One try ends long before pg-boss gives its job to somebody else (15 minutes). */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Offers a mail to the mail server at `url`. Takes the mail, and what is asked once the server waits for its bytes,
 * before the first of them goes out: whether they may. Returns what came of it; throws what `mayGo` throws.
 */
export async function handOver(url: string, mail: SendMailOptions, mayGo: () => Promise<boolean>): Promise<Offer> {
  const transport = nodemailer.createTransport({ url, ...PATIENCE });
  const so: Progress = { answer: null, isGoing: false, isOver: false };
  async function* bytesOf(message: Buffer) {
    // After a refused sender or recipient nodemailer empties the stream, too.
    if (so.isOver) return;
    so.answer = mayGo();
    if (!(await so.answer)) throw new Error("The bytes of this mail may not go out.");
    so.isGoing = true;
    yield message;
  }
  // Its own stream begins to flow before there is a connection; this one when the server has said 354 (RFC 5321 §4.1.1.4).
  transport.use("stream", ({ message }, done) => {
    message.build((failure, bytes) => {
      message.createReadStream = () => Readable.from(bytesOf(bytes), { objectMode: false });
      done(failure);
    });
  });
  const error = await new Promise<Error | null>((resolve) => {
    transport.sendMail(mail, (failure) => {
      so.isOver = true;
      resolve(failure);
    });
  });
  if (!error) return { outcome: "taken" };
  if (!so.answer) return { outcome: "undelivered", error };
  if (!(await so.answer)) return { outcome: "elsewhere" };
  return { outcome: so.isGoing && !hasCode(error) ? "unanswered" : "refused", error };
}

/** How far an offer got: what was answered when the server waited, whether bytes went out, whether the server is done. */
interface Progress {
  answer: Promise<boolean> | null;
  isGoing: boolean;
  isOver: boolean;
}

/** Whether the server itself said no (4yz or 5yz): then it has not taken the mail (RFC 5321 §4.2.5). */
function hasCode(error: Error): boolean {
  return "responseCode" in error && typeof error.responseCode === "number";
}

/** A failure's codes, nodemailer's and the mail server's: nothing of the server's words, which may name the recipient. */
export function failureOf(error: Error): string {
  const codes = ["code" in error ? error.code : error.name, "responseCode" in error ? error.responseCode : ""];
  return codes
    .join(" ")
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, "")
    .trim()
    .slice(0, 40);
}
