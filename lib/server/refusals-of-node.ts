import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { commonHeaders } from "@/lib/server/headers";

/**
 * Answers what Node itself refuses before it is a request (unreadable, too many headers, too slow, an expectation that
 * nobody meets) and CONNECT, with our headers, and closes the connection.
 */
export function answerRefusalsOfNode(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "HPE_HEADER_OVERFLOW") end(socket, "431 Request Header Fields Too Large");
    else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") end(socket, "408 Request Timeout");
    else if (error.code === "ECONNRESET") socket.destroy();
    else end(socket, "400 Bad Request");
  });
  server.on("checkExpectation", ({ socket }) => end(socket, "417 Expectation Failed"));
  server.on("connect", (_request, socket) => end(socket, "405 Method Not Allowed", { Allow: "GET, HEAD" }));
}

function end(socket: Duplex, status: string, more: Record<string, string> = {}): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const headers = {
    ...commonHeaders(),
    ...more,
    "Content-Type": "text/plain",
    "Content-Length": String(status.length),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n${status}`, () => socket.destroy());
}
