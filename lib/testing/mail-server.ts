import { once } from "node:events";
import type { Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** Where a mail server says no, and with which code (`only` to this recipient); or where it hangs up without a word. */
export type Mood =
  | { refuses: "connection" | "login" | "sender" | "recipient" | "mail"; code: number; only?: string }
  | { hangsUp: "at the recipient" | "after the mail" };

/** A mail that was taken, read as a mail program reads it, and its bytes. */
export interface Taken {
  to: string;
  mail: Email;
  raw: string;
}

/** A real mail server on loopback. */
export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  taken: Taken[];
  /** How many whole mails arrived, taken or not. */
  received: () => number;
  /** What it does with the next mails; null: it takes them. */
  mood: Mood | null;
  stop(): Promise<void>;
}

/** Starts a mail server on a free port of 127.0.0.1 that wants a login. Takes the port, where it must be a certain one. */
export async function startMailServer(port = 0): Promise<MailServer> {
  let received = 0;
  const sockets = new Set<Socket>();
  const hangUp = () => sockets.forEach((socket) => socket.destroy());
  const refusal = (place: string, address = "") => {
    const { mood } = mailServer;
    if (!mood || !("refuses" in mood) || mood.refuses !== place || (mood.only && mood.only !== address)) return null;
    return Object.assign(new Error(`not <${address}>`), { responseCode: mood.code });
  };
  const hangsUp = (place: string) => mailServer.mood && "hangsUp" in mailServer.mood && mailServer.mood.hangsUp === place;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    onConnect: (_session, done) => done(refusal("connection")),
    onAuth: ({ username }, _session, done) => done(refusal("login"), { user: username }),
    onMailFrom: (_address, _session, done) => done(refusal("sender")),
    onRcptTo: ({ address }, _session, done) => (hangsUp("at the recipient") ? hangUp() : done(refusal("recipient", address))),
    onData: (stream, { envelope }, done) => {
      const take = async (bytes: Buffer) => {
        received++;
        if (hangsUp("after the mail")) return hangUp();
        const no = refusal("mail");
        if (no) return done(no);
        const mail = await PostalMime.parse(bytes);
        for (const { address: to } of envelope.rcptTo) mailServer.taken.push({ to, mail, raw: bytes.toString() });
        done();
      };
      // A mail that breaks off is none.
      buffer(stream).then(take, () => undefined);
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (!address || typeof address === "string") throw new Error("The mail server has no port.");
  const mailServer: MailServer = {
    url: `smtp://newsroom%40example.org:secret@127.0.0.1:${address.port}`,
    taken: [],
    received: () => received,
    mood: null,
    stop: async () => {
      hangUp();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
  return mailServer;
}
