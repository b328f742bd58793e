import { encodeBytes32String } from "ethers";
import { call } from "./calls.ts";
import type { Call } from "./calls.ts";
import type { LineState, ProjectState } from "./life.ts";
import { paymentLife } from "./payment-life.ts";
import { YEAR_END } from "./world.ts";
import type { World } from "./world.ts";

/** What a commitment binds on one line. */
export interface Share {
  readonly line: LineState;
  /** satang */
  amount: bigint;
  /** satang neither paid nor requested */
  unspent: bigint;
}

export interface CommitmentState {
  readonly id: bigint;
  value: bigint;
  readonly shares: Share[];
  readonly milestones: { readonly id: bigint; amount: bigint; readonly dueAt: number }[];
}

const LEAST = 10_000n;

/** A commitment from its award to its end: amended, delivered by instalments, paid. */
export function* commitmentLife(world: World, project: ProjectState): Generator<Call, void, void> {
  const { dice } = world;
  const { agency } = project;
  const shares = bind(world, project);
  if (shares.length === 0) return;
  const advance = dice.chance(0.15) ? shares[0]!.amount / 10n : 0n;
  const commitment = yield* record(world, project, shares, advance);
  yield call(agency.approver1, "BudgetCommitments", "activateCommitment", commitment.id);
  if (advance > 0n) yield* paymentLife(world, project, commitment, 0n, advance);
  for (const milestone of commitment.milestones) {
    if (milestone === commitment.milestones.at(-1) && dice.chance(0.3)) {
      yield* amend(world, project, commitment);
    }
    yield* deliver(world, project, commitment, milestone);
  }
  const end = dice.chance(0.95) ? "completeCommitment" : "terminateCommitment";
  yield call(agency.approver1, "BudgetCommitments", end, commitment.id, world.evidence());
}

/** Takes a quarter of what one or two lines have left. */
function bind({ dice }: World, { lines }: ProjectState): Share[] {
  const shares = lines
    .slice(0, dice.between(1, 2))
    .filter(({ free }) => free / 4n >= LEAST)
    .map((line) => ({ line, amount: line.free / 4n, unspent: line.free / 4n }));
  for (const { line, amount } of shares) line.free -= amount;
  return shares;
}

function* record(
  world: World,
  { agency, code }: ProjectState,
  shares: Share[],
  advanceCap: bigint,
): Generator<Call, CommitmentState, void> {
  const { dice, now } = world;
  const value = shares.reduce((sum, { amount }) => sum + amount, 0n);
  const count = dice.between(2, 5);
  const part = value / BigInt(count);
  const id = world.next("commitment");
  const milestones = Array.from({ length: count }, (_, i) => ({
    id: world.next("milestone"),
    amount: i === 0 ? value - part * BigInt(count - 1) : part,
    dueAt: Math.min(now + (i + 1) * 30 * 86_400, YEAR_END),
  }));
  yield call(agency.recorder, "BudgetCommitments", "recordCommitment", {
    code,
    kind: dice.between(0, 1),
    contractNumber: encodeBytes32String(`${id}/2568`),
    supplier: encodeBytes32String(`0${105_500_000_000 + dice.between(0, 4_999)}`),
    value,
    advanceCap,
    obligationId: 0,
    award: world.evidence(),
    allocations: shares.map(({ line, amount }) => ({ lineId: line.id, amount })),
    milestones,
  });
  return { id, value, shares, milestones };
}

/** Raises the value by what the first line has left, for the last instalment. */
function* amend(
  world: World,
  { agency }: ProjectState,
  commitment: CommitmentState,
): Generator<Call, void, void> {
  const share = commitment.shares[0]!;
  const last = commitment.milestones.at(-1)!;
  const more = share.line.free / 20n;
  if (more < LEAST) return;
  share.line.free -= more;
  share.amount += more;
  share.unspent += more;
  commitment.value += more;
  last.amount += more;
  yield call(
    agency.approver1,
    "BudgetCommitments",
    "amendCommitment",
    commitment.id,
    commitment.value,
    [{ lineId: share.line.id, amount: share.amount }],
    [{ milestoneId: last.id, amount: last.amount, dueAt: last.dueAt }],
    world.evidence(),
  );
}

/** Submitted, accepted (sometimes in two parts, sometimes only at the second try), and paid from every share. */
function* deliver(
  world: World,
  project: ProjectState,
  commitment: CommitmentState,
  { id, amount }: { id: bigint; amount: bigint },
): Generator<Call, void, void> {
  const { dice } = world;
  const { recorder, acceptor } = project.agency;
  const submit = () => call(recorder, "BudgetCommitments", "submitMilestone", id, world.evidence());
  const accept = (part: bigint) =>
    call(acceptor, "BudgetCommitments", "acceptMilestone", id, part, world.evidence());
  yield submit();
  if (dice.chance(0.05)) {
    yield call(acceptor, "BudgetCommitments", "rejectMilestone", id, world.evidence());
    yield submit();
  }
  if (dice.chance(0.15)) {
    yield accept(amount / 2n);
    yield submit();
    yield accept(amount - amount / 2n);
  } else yield accept(amount);
  yield* paymentLife(world, project, commitment, id, amount);
}
