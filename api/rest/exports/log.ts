import { apiError } from "../../errors/api-error.ts";
import type { Context } from "../../graphql/core/context.ts";
import type { Snapshot } from "../../read/sql/snapshot.ts";
import type { Variables } from "../operation/variables.ts";
import { restError } from "../problems/rest-error.ts";

/**
 * The head of a log of which every entry stands in the file. Whoever computes the RFC 9162 root over the lines, each as
 * a leaf SHA-256(0x00 ‖ line without its line feed), must come to `root`, and finds size and root on the chain in the
 * event at `anchor`: then nothing is missing, added or altered.
 */
export interface LogHead {
  readonly service: string;
  readonly size: number;
  readonly root: string;
  /** signed note over size and root (C2SP tlog-checkpoint); null of an empty log */
  readonly checkpoint: string | null;
  /** where the chain took the head; null of an empty log */
  readonly anchor: { readonly block: number; readonly txHash: string; readonly logIndex: number } | null;
}

export interface WholeLog {
  readonly body: AsyncGenerator<Buffer>;
  readonly head: LogHead;
}

/**
 * A service's whole log: each entry's exact bytes on a line of its own; canonical JSON holds no line feed.
 *
 * @throws ProngsaiError NOT_FOUND; ACTION_UNREAD, ACTION_CONTRADICTED or ACTION_LOST with the first entry that is not there
 */
export async function wholeLog(
  { service: name, asOfBlock = null }: Variables,
  snapshot: Snapshot,
  { read }: Context,
): Promise<WholeLog> {
  const asOf = asOfBlock as number | null;
  const service = await read.log.service(name as string, asOf);
  if (!service) throw restError("NOT_FOUND", { path: `/v1/services/${String(name)}` });
  const [missing] = await read.log.unread(service);
  if (missing) {
    const code = missing.reading === "contradicted" ? "ACTION_CONTRADICTED" : "ACTION_UNREAD";
    throw apiError(code, { service: service.name, index: missing.firstIndex });
  }
  const lost = await read.log.firstMissing(service);
  if (lost < service.size) throw apiError("ACTION_LOST", { service: service.name, index: lost });
  const { rows } = await read.log.anchors([service.name], { first: 1, after: null }, asOf);
  const { checkpoint = null, provenance } = rows[0]?.row ?? {};
  const { size, root } = service;
  return {
    body: snapshot.texts(read.log.recordTexts(service)),
    head: {
      ...{ service: service.name, size, root, checkpoint },
      anchor: provenance
        ? { block: provenance.block, txHash: provenance.txHash, logIndex: provenance.logIndex }
        : null,
    },
  };
}
