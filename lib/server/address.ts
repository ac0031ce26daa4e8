import { isIP, isIPv4 } from "node:net";

/**
 * An address as it counts for limits: IPv4 as it is (also when written as IPv6, RFC 4291 §2.5.5.2), IPv6 as its /64,
 * since one subscriber has a whole one (RFC 6177). Takes an address as a socket or a proxy writes it, with or
 * without brackets, port and zone. Returns null for what is no address.
 */
export function countedAddress(written: string): string | null {
  const bare = withoutPort(written.trim()).replace(/%.*$/, "");
  if (isIPv4(bare)) return bare;
  if (!isIP(bare)) return null;
  const groups = groupsOf(bare);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return dotted(groups.slice(6));
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

function withoutPort(written: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(written) ?? [];
  return bracketed ?? written.replace(/^([\d.]+):\d+$/, "$1");
}

/** The eight groups of an IPv6 address: WHATWG's URL parser brings every spelling to one. */
function groupsOf(address: string): number[] {
  const [left = "", right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const read = (half: string) => (half ? half.split(":").map((group) => parseInt(group, 16)) : []);
  if (right === undefined) return read(left);
  const [first, last] = [read(left), read(right)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

function dotted(groups: number[]): string {
  return groups.flatMap((group) => [group >> 8, group & 255]).join(".");
}
