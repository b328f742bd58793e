import type { LedgerState } from "../state.ts";
import { readsOf } from "../read.ts";
import type { ExpectedRead } from "../read.ts";

const anchor = readsOf("ImportAnchor");

export function* importReads(state: LedgerState): Generator<ExpectedRead> {
  for (const [id, { fileSha256, parserVersion, supersededBy }] of state.batches) {
    yield anchor(`batch ${id}`, "supersededBy", [id], supersededBy);
    yield anchor(`batch ${id}`, "batchOf", [fileSha256, parserVersion], id);
  }
  yield anchor("batches", "batchCount", [], BigInt(state.batches.size));
}
