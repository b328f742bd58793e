import { call } from "./calls.ts";
import type { Call } from "./calls.ts";
import type { CommitmentState, Share } from "./commitment-life.ts";
import type { ProjectState } from "./life.ts";
import type { World } from "./world.ts";

/**
 * Pays an accepted instalment (or, for milestone 0, an advance) from the commitment's shares, as far as they reach: what
 * was advanced before is not paid again.
 */
export function* paymentLife(
  world: World,
  project: ProjectState,
  commitment: CommitmentState,
  milestone: bigint,
  amount: bigint,
): Generator<Call, void, void> {
  let rest = amount;
  for (const share of commitment.shares) {
    const part = rest < share.unspent ? rest : share.unspent;
    if (part === 0n) continue;
    rest -= part;
    yield* disburse(world, project, commitment.id, share, milestone, part);
  }
}

/** Requested, approved by two, paid; now and then rejected and requested again, tried too early, or paid back in part. */
function* disburse(
  world: World,
  { agency }: ProjectState,
  commitment: bigint,
  share: Share,
  milestone: bigint,
  amount: bigint,
): Generator<Call, void, void> {
  const { dice } = world;
  const { recorder, approver1, approver2, treasury } = agency;
  const on = (from: string, method: string, ...args: unknown[]) =>
    call(from, "BudgetDisbursements", method, ...args);
  let id = 0n;
  const request = () => {
    id = world.next("disbursement");
    const evidence = world.evidence();
    return on(recorder, "requestDisbursement", commitment, share.line.id, milestone, amount, evidence);
  };

  share.unspent -= amount;
  yield request();
  if (dice.chance(0.04)) {
    yield on(approver1, "reject", id, world.evidence());
    yield request();
  }
  yield on(approver1, "approveFirst", id);
  if (dice.chance(0.01)) yield { ...on(treasury, "pay", id, world.evidence()), refused: true };
  yield on(approver2, "approveSecond", id);
  yield on(treasury, "pay", id, world.evidence());
  if (dice.chance(0.04)) {
    const back = amount / BigInt(dice.between(2, 20));
    if (back > 0n) yield on(treasury, "recordReturn", id, back, world.evidence());
  }
}
