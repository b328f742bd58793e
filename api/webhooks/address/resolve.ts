import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { webhookError } from "../errors/webhook-error.ts";
import { hostOf, mayReach } from "./url.ts";
import type { Reach } from "./url.ts";

/**
 * What a webhook's host leads to now. The connection must be made to one of these and not to what another look-up would
 * give: a name may lead elsewhere the next moment.
 *
 * @throws ProngsaiError WEBHOOK_NOT_RESOLVED; WEBHOOK_ADDRESS when one of them is not public
 */
export async function resolvePublic(url: URL, reach: Reach): Promise<LookupAddress[]> {
  const found = await lookup(hostOf(url), { all: true }).catch((error: unknown) => {
    throw webhookError("WEBHOOK_NOT_RESOLVED", {}, error);
  });
  if (found.length === 0) throw webhookError("WEBHOOK_NOT_RESOLVED");
  if (!found.every(({ address }) => mayReach(address, reach))) throw webhookError("WEBHOOK_ADDRESS");
  return found;
}
