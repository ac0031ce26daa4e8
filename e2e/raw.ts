import http from "node:http";
import { buffer } from "node:stream/consumers";

/** An answer as it came over the wire: nothing followed, nothing unpacked. */
export interface RawAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** What is asked. The path goes out as it is, so that one may ask what no browser would. */
export interface RawQuestion {
  path: string;
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** Asks a site one question over a connection of its own. Throws when the connection ends without an answer. */
export async function ask(origin: string, { path, method = "GET", headers = {}, body }: RawQuestion): Promise<RawAnswer> {
  const { port } = new URL(origin);
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const request = http.request({ host: "127.0.0.1", port, path, method, headers: { ...length, ...headers }, agent: false });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => request.once("response", resolve).once("error", reject));
  request.end(body);
  const response = await answered;
  return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) };
}

/** The fields of a form as a browser sends them. */
export function urlencoded(fields: Record<string, string>): Pick<RawQuestion, "method" | "headers" | "body"> {
  return {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  };
}
