import { once } from "node:events";
import { Agent, createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { drainOf } from "@/lib/server/drain";

test("what runs is finished, nobody new is let in, then all is closed in order", async () => {
  const closed: string[] = [];
  let answer: () => void = () => {};
  const server = createServer((_request, response) => (answer = () => response.end("done")));
  const drain = drainOf(server, [() => Promise.resolve(closed.push("next")), () => Promise.resolve(closed.push("database"))]);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const running = request({ host: "127.0.0.1", port, agent });
  running.end();
  await once(server, "request");
  const drained = drain();
  const late = request({ host: "127.0.0.1", port });
  late.end();
  const [refused] = (await once(late, "error").catch((error: unknown) => [error])) as [NodeJS.ErrnoException];
  expect(refused.code).toBe("ECONNREFUSED");
  expect(closed).toEqual([]);
  answer();
  const [response] = (await once(running, "response")) as [IncomingMessage];
  expect(await text(response)).toBe("done");
  expect(response.headers.connection).toBe("close");
  await drained;
  expect(closed).toEqual(["next", "database"]);
  agent.destroy();
});

test("a request that never ends is cut off, and what hangs while it is closed keeps nobody", async () => {
  const server = createServer(() => {});
  const drain = drainOf(server, [() => new Promise(() => {})], { requestsMs: 50, closingMs: 50 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endless = request({ host: "127.0.0.1", port: (server.address() as AddressInfo).port });
  endless.end();
  const cutOff = once(endless, "error");
  await once(server, "request");
  await drain();
  const [error] = (await cutOff.catch((cause: unknown) => [cause])) as [NodeJS.ErrnoException];
  expect(error.code).toBe("ECONNRESET");
});
