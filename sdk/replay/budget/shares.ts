import type { Act } from "../act.ts";
import type { AllocationState } from "./state.ts";

/** A commitment's share of a line, begun when there was none. */
export function shareOf(act: Act, commitmentId: bigint, lineId: bigint): AllocationState {
  const { allocations } = act.find("commitment", act.state.commitments, commitmentId);
  const share = allocations.get(lineId) ?? { amount: 0n, bound: 0n, requested: 0n, paid: 0n };
  allocations.set(lineId, share);
  return share;
}

/** What the line says that it binds for the commitment is what the commitment says of its share. */
export function boundAsAllocated(act: Act, commitmentId: bigint, lineId: bigint): void {
  const { bound, amount } = shareOf(act, commitmentId, lineId);
  const entity = `commitment ${commitmentId} on line ${lineId}`;
  act.rule(bound === amount, "LINE_BINDS_AS_ALLOCATED", entity, bound, amount);
}
