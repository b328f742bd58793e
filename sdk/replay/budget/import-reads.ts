import type { LedgerState } from "../state.ts";
import { readsOf } from "../read.ts";
import type { ExpectedRead } from "../read.ts";

const anchor = readsOf("ImportAnchor");

export function* importReads(state: LedgerState): Generator<ExpectedRead> {
  /** The newest batch of each file, read by each rules. */
  const newest = new Map<string, readonly [fileSha256: string, parserVersion: string, id: bigint]>();
  for (const [id, { fileSha256, parserVersion, supersededBy }] of state.batches) {
    yield anchor(`batch ${id}`, "supersededBy", [id], supersededBy);
    newest.set(`${fileSha256} ${parserVersion}`, [fileSha256, parserVersion, id]);
  }
  for (const [fileSha256, parserVersion, id] of newest.values()) {
    yield anchor(`batch ${id}`, "batchOf", [fileSha256, parserVersion], id);
  }
  yield anchor("batches", "batchCount", [], BigInt(state.batches.size));
}
