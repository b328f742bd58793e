import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** Eight groups of hexadecimal digits, however the address is shortened. RFC 4291 section 2.2. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
}

/**
 * What stands for one client among addresses: an IPv4 address, or the network of 64 bits that an IPv6 address lies in, since
 * whoever has one address of it has all of them.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const network = groupsOf(address)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/**
 * Who sent a request, as Express' `trust proxy` of this number finds it.
 *
 * @param proxies how many proxies in front are ours: so many addresses of X-Forwarded-For, from its end, are believed
 */
export function clientOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const direct = socket.remoteAddress ?? "";
  if (proxies === 0) return networkOf(direct);
  const named = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const hops = [direct, ...named.reverse()];
  return networkOf(hops[Math.min(proxies, hops.length - 1)]!);
}
