import type { IncomingMessage } from "node:http";
import { countedAddress } from "@/lib/server/address";
import type { Sender } from "@/lib/server/bridge";

const MAX_AGENT_CHARS = 500;

/**
 * Who sends a request. Takes the request and TRUSTED_PROXIES: so many of the last entries of X-Forwarded-For are
 * believed, the client's address is the first of them; with fewer entries it is the leftmost (CONTRACT.md, Settings).
 * What is no address there counts as the socket's. The address is an IPv4 or the /64 of an IPv6 (lib/server/address).
 */
export function senderOf(request: IncomingMessage, trustedProxies: number): Sender {
  const forwarded = trustedProxies > 0 ? entriesOf(request.headers["x-forwarded-for"]) : [];
  const named = forwarded.at(-trustedProxies) ?? forwarded[0];
  const ip = (named && countedAddress(named)) ?? countedAddress(request.socket.remoteAddress ?? "") ?? "unknown";
  return { ip, agent: (request.headers["user-agent"] ?? "").slice(0, MAX_AGENT_CHARS) };
}

function entriesOf(header: string | string[] | undefined): string[] {
  return [header ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
