import { BlockList, isIP } from "node:net";

/**
 * IPv4 that is not on the public internet. Source: IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast (RFC
 * 5771). Metadata services of clouds answer at 169.254.169.254, 100.100.100.200, 192.0.0.192, which these hold, and at
 * 168.63.129.16, which looks public.
 */
const RESERVED_4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"],
  ...["192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
  ...["224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"],
];

/**
 * IPv6: only what is given out for global unicast is public, 2000::/3. That leaves out loopback, mapped IPv4 (::ffff:0:0),
 * NAT64 (64:ff9b::), unique local, link-local and multicast. Of it not: IETF protocols with Teredo, documentation, 6to4,
 * which has an IPv4 address inside. Source: IANA IPv6 Special-Purpose Address Registry.
 */
const GLOBAL_6 = "2000::/3";
const RESERVED_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

function list(type: "ipv4" | "ipv6", subnets: readonly string[]): BlockList {
  const found = new BlockList();
  for (const subnet of subnets) {
    const [net, prefix] = subnet.split("/") as [string, string];
    found.addSubnet(net, Number(prefix), type);
  }
  return found;
}

const reserved4 = list("ipv4", RESERVED_4);
const loopback4 = list("ipv4", ["127.0.0.0/8"]);
const global6 = list("ipv6", [GLOBAL_6]);
const reserved6 = list("ipv6", RESERVED_6);
const loopback6 = list("ipv6", ["::1/128"]);

/** Whether an IP address, in any of its spellings, is one of the public internet; false for what is none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !reserved4.check(address, "ipv4");
  // A zone names an interface of this machine.
  if (isIP(address) !== 6 || address.includes("%")) return false;
  return global6.check(address, "ipv6") && !reserved6.check(address, "ipv6");
}

/** Whether it is this machine itself. */
export function isLoopback(address: string): boolean {
  if (isIP(address) === 4) return loopback4.check(address, "ipv4");
  return isIP(address) === 6 && loopback6.check(address, "ipv6");
}
