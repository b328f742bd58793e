import type { Handlers } from "../act.ts";
import { Duty } from "../numbers.ts";

export const importAnchor: Handlers<"ImportAnchor"> = {
  BatchAnchored: ({ batchId, officer, batch }, act) => {
    const { batches } = act.state;
    const entity = `batch ${batchId}`;
    const { agency } = act.officer(officer, Duty.IMPORTER);
    act.isNext("batch", batches, batchId);
    const { rowCount, quarantined } = batch;
    act.rule(quarantined <= rowCount, "ROWS_CONSISTENT", entity, quarantined, `at most ${rowCount}`);
    const again = [...batches.values()].some(
      (each) =>
        each.fileSha256 === batch.fileSha256 &&
        each.parserVersion === batch.parserVersion &&
        each.supersededBy === 0n,
    );
    act.rule(!again, "ANCHORED_ONCE", entity, "anchored twice", "once");
    batches.set(batchId, { ...batch, agency, supersededBy: 0n });
  },
  BatchSuperseded: ({ batchId, byBatchId, officer }, act) => {
    const batch = act.find("batch", act.state.batches, batchId);
    const by = act.find("batch", act.state.batches, byBatchId);
    act.officer(officer, Duty.IMPORTER, batch.agency);
    act.rule(batch.supersededBy === 0n, "SUPERSEDED_ONCE", `batch ${batchId}`, batch.supersededBy, 0n);
    const stands = byBatchId !== batchId && by.supersededBy === 0n;
    act.rule(stands, "SUPERSEDED_BY_STANDING", `batch ${batchId}`, byBatchId, "another batch that stands");
    batch.supersededBy = byBatchId;
  },
};
