import { IncomingMessage, ServerResponse, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import { requestScope, type RequestScope } from "@/lib/server/bridge";

/** Next's handler of a request. */
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A request made for Next: it holds what we put there, and nothing else of the visitor's. */
export interface Question {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body?: Buffer;
}

/** Next's whole answer. */
export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** Asks Next in a scope (lib/server/bridge), which hears for which path. Takes its handler, the question and the scope; returns the whole answer. */
export async function askNext(handle: NextHandler, question: Question, scope: RequestScope): Promise<Answer> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: question.method, url: question.url, headers: question.headers });
  if (question.body) request.push(question.body);
  request.push(null);
  const response = new CapturedResponse(request);
  scope.path = question.url;
  await Promise.all([response.ended, requestScope.run(scope, () => handle(request, response))]);
  return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(response.chunks) };
}

/** Whether an answer is for Next's own scripts and no document: `/SLUG.rsc` is such a spelling of a page, and readers have none. */
export function isFlight({ headers }: Answer): boolean {
  return String(headers["content-type"]).startsWith("text/x-component");
}

/** A response that keeps its bytes instead of sending them: Node's own would wait for a socket. */
class CapturedResponse extends ServerResponse {
  readonly chunks: Buffer[] = [];
  readonly ended = new Promise<void>((resolve) => this.once("finish", resolve));

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#add(chunk, rest[0]);
    callLast(rest);
    return true;
  }

  override end(...given: unknown[]): this {
    this.#add(given[0], given[1]);
    for (const state of ["writableEnded", "writableFinished", "headersSent"]) Object.defineProperty(this, state, { value: true });
    this.emit("finish");
    this.emit("close");
    callLast(given);
    return this;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === "object" && part !== null) ?? {};
    const pairs = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers as OutgoingHttpHeaders);
    for (const [name, value] of pairs) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {}

  #add(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === "string")
      this.chunks.push(Buffer.from(chunk, Buffer.isEncoding(String(encoding)) ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }
}

function callLast(given: unknown[]): void {
  const done = given.at(-1);
  if (typeof done === "function") queueMicrotask(() => void Reflect.apply(done, undefined, []));
}

function pairsOf(flat: unknown[]): [string, OutgoingHttpHeaders[string]][] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[String(name), String(flat[at + 1])] as [string, string]] : []));
}
