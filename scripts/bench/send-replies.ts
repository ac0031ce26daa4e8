import { randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** What came of sending: the receipts of what was accepted, and how long each answer took, in milliseconds. */
export interface Sent {
  receipts: string[];
  times: number[];
  seconds: number;
}

const WORDS = "the a reader writes about trains rivers schools winter bread music because often never maybe quiet loud city".split(" ");
const BODY_WORDS = 40;

/**
 * Sends replies to a post from so many clients at once, each from an address of its own and each again as soon as it
 * was answered, until `goesOn` says no. Takes the site's origin. Throws when one is answered with anything but 201.
 */
export async function sendReplies(origin: string, postId: string, clients: number, goesOn: (sent: number) => boolean): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const sent: Sent = { receipts: [], times: [], seconds: 0 };
  let begun = 0;
  const client = async () => {
    while (goesOn(begun)) {
      begun++;
      const started = performance.now();
      sent.receipts.push(await sendReply(agent, origin, postId));
      sent.times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  sent.seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return sent;
}

async function sendReply(agent: Agent, origin: string, postId: string): Promise<string> {
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  const body = Array.from({ length: BODY_WORDS }, () => WORDS[randomInt(WORDS.length)]).join(" ");
  const fields = { postId, key: randomUUID(), name: "Ada", email: `${randomUUID()}@example.org`, body };
  const sent = request(`${origin}/api/replies?post=${postId}`, {
    agent,
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": address },
  });
  sent.end(new URLSearchParams(fields).toString());
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode !== 201) throw new Error(`A reply was answered with ${String(response.statusCode)}: ${answer.slice(0, 500)}`);
  return (JSON.parse(answer) as { receipt: string }).receipt;
}
