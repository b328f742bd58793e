import type { Gateway } from "../../gateway/gateway.ts";
import type { Heads } from "../../read/heads.ts";
import type { Reads } from "../../read/reads.ts";

/** What resolvers get: the reads of this request, the way in, and what ends the request early. */
export interface Context {
  readonly read: Reads;
  readonly gateway: Gateway;
  readonly heads: Heads;
  /** Pseudonym of the caller for quotas; never an address. */
  readonly client: string;
  readonly signal: AbortSignal;
}
