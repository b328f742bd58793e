import { isIP } from "node:net";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { findPersonalData } from "../../../sdk/log/personal-data/index.ts";
import { webhookError } from "../errors/webhook-error.ts";
import { isLoopback, isPublicAddress } from "./public.ts";

/** Characters of a webhook's address. */
export const LONGEST_URL = 1_000;

/** Who may be sent to. */
export interface Reach {
  /** also this machine itself, and over http: for demonstrations and tests only */
  readonly loopback: boolean;
}

/** Host of an address without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, "$1");

/** The address without %-codes, where they are UTF-8. */
function unescaped({ href }: URL): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Whether an IP address may be sent to. */
export const mayReach = (address: string, { loopback }: Reach): boolean =>
  isPublicAddress(address) || (loopback && isLoopback(address));

/**
 * The address of a webhook as URL parsers have it (WHATWG), which knows all spellings of an IPv4 address. What its name
 * leads to is looked up, and checked, at each delivery.
 *
 * @throws ProngsaiError WEBHOOK_URL; WEBHOOK_ADDRESS when its host is an address that is not public; LOG_PERSONAL_DATA
 */
export function readWebhookUrl(given: string, reach: Reach): URL {
  const refused = webhookError("WEBHOOK_URL", { limit: LONGEST_URL });
  if (given.length > LONGEST_URL || !/^[\x21-\x7e]+$/.test(given) || !URL.canParse(given)) throw refused;
  const url = new URL(given);
  const host = hostOf(url);
  const isOwn = reach.loopback && url.protocol === "http:" && (host === "localhost" || isLoopback(host));
  if ((url.protocol !== "https:" && !isOwn) || given.includes("#") || url.username || url.password)
    throw refused;
  const [found] = findPersonalData(`${given} ${unescaped(url)}`);
  if (found) throw sdkError("LOG_PERSONAL_DATA", { kind: found.kind, path: "$.url" });
  const local = /(^|\.)localhost\.?$/.test(host) && !reach.loopback;
  if (local || (isIP(host) !== 0 && !mayReach(host, reach))) throw webhookError("WEBHOOK_ADDRESS");
  return url;
}
