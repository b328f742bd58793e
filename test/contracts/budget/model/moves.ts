/** The calls of random traces, by the world they start from. */
import { encodeBytes32String, ZeroHash } from "ethers";
import { SUPPLIER, type CommitmentInput } from "../../../support/budget/office.ts";
import { Duty } from "../../../support/people.ts";
import type { Call } from "../model.ts";
import { FUNDS, type Dice } from "./dice.ts";
import {
  bounds,
  commitmentState,
  isOpenCommitment,
  isOpenPayment,
  milestoneState,
  paymentState,
  projectState,
  yearState,
  type Commitment,
} from "./world.ts";

export type Proposal = Omit<Call, "time">;
type Move = (dice: Dice) => Proposal;

const YEARS = [2568, 2568, 2568, 2569, 2569, 2570, 2513, 2514, 2700, 2701];
const DAY = 86_400;

const call =
  (contract: Call["contract"], method: string) =>
  (as: Proposal["as"], ...args: unknown[]): Proposal => ({ as, contract, method, args });
const onProjects = (method: string) => call("projects", method);
const onLines = (method: string) => call("lines", method);
const onCommitments = (method: string) => call("commitments", method);
const onPayments = (method: string) => call("disbursements", method);

const inState = (dice: Dice, state: bigint) => (code: string) =>
  dice.world.projects.get(code)?.state === state;
const agencyOf = (dice: Dice, code: string) => dice.world.projects.get(code)?.agency;

function budgetOfficer(method: string, state: bigint, withEvidence: boolean): Move {
  return (dice) => {
    const code = dice.code(inState(dice, state));
    const as = dice.officer(Duty.BUDGET, agencyOf(dice, code));
    return onProjects(method)(as, code, ...(withEvidence ? [dice.evidence()] : []));
  };
}

const year = (dice: Dice, state: bigint) => {
  const fitting = [...dice.world.years]
    .filter(([, entry]) => entry.state === state)
    .map(([it]) => Number(it));
  return dice.of(fitting.length > 0 && !dice.rarely(10) ? fitting : YEARS);
};

const isOver = ({ world }: Dice, target: bigint) => world.now > bounds(target).end;

const due = (dice: Dice) => Number(dice.world.now) + dice.integer(1, 300) * DAY;
const free = (dice: Dice, id: bigint) => {
  const line = dice.world.line(id);
  return line ? line.allotted - line.carriedOut - dice.world.committed(id) : 1_000n;
};
const budget = (dice: Dice, id: bigint) => {
  const line = dice.world.line(id);
  return line ? line.approved + line.carriedIn + line.adjIn - line.adjOut : 0n;
};
const openLine = (dice: Dice) =>
  dice.id(dice.world.lines, ({ closed, carriedFrom }) => !closed && carriedFrom === 0n);
const lineAgency = (dice: Dice, id: bigint) => dice.world.line(id)?.agency;

/** Two amounts that add up to `total`, mostly. */
function parts(dice: Dice, total: bigint): bigint[] {
  if (total < 2n || dice.rarely(3)) return [dice.rarely(20) ? total + 1n : total];
  const first = BigInt(dice.integer(1, Number(total < 1_000_000n ? total : 1_000_000n) - 1));
  return [first, total - first];
}

function commitmentOf(dice: Dice, fits: (it: Commitment, id: bigint) => boolean) {
  const id = dice.id(dice.world.commitments, fits);
  const commitment = dice.world.commitment(id);
  const shares = commitment?.shares ?? [];
  const line = shares.length > 0 && !dice.rarely(15) ? dice.of(shares).line : dice.id(dice.world.lines);
  return { id, commitment, line, agency: commitment?.agency };
}
const activeCommitment = (dice: Dice) => commitmentOf(dice, ({ state }) => state === commitmentState.active);

const spent = (dice: Dice, commitment: bigint, line?: bigint) =>
  dice.world.drawn((it) => it.commitment === commitment && (line === undefined || it.line === line));

function approverMove(
  method: string,
  fits: (dice: Dice, it: Commitment, id: bigint) => boolean,
  evidence: boolean,
): Move {
  return (dice) => {
    const { id, agency } = commitmentOf(dice, (it, key) => fits(dice, it, key));
    const as = dice.officer(Duty.APPROVER_1, agency);
    return onCommitments(method)(as, id, ...(evidence ? [dice.evidence()] : []));
  };
}

function record(dice: Dice): Proposal {
  const lineId = dice.id(
    dice.world.lines,
    (line, id) => !line.closed && !line.carriedFrom && free(dice, id) > 0n,
  );
  const code = dice.rarely(25) ? dice.code() : (dice.world.line(lineId)?.code ?? dice.code());
  const obligations = dice.world.obligations;
  const own = obligations.flatMap((it, index) => (it.code === code ? [BigInt(index + 1)] : []));
  const obligationId =
    own.length > 0 && dice.rarely(2) ? dice.of(own) : dice.rarely(30) ? dice.id(obligations) : 0n;
  const room = free(dice, lineId);
  let value = dice.amount(dice.rarely(2) ? room : room / 3n);
  const allocations = [{ lineId, amount: value }];
  const second = dice.id(
    dice.world.lines,
    (line, id) => line.code === code && id !== lineId && free(dice, id) > 0n,
  );
  if (dice.rarely(3)) {
    const amount = dice.amount(free(dice, second));
    allocations.push({ lineId: second, amount });
    value += amount;
  }
  if (obligationId !== 0n) value += BigInt(dice.integer(0, 3_000));
  if (dice.rarely(25)) value += 1n;
  if (dice.rarely(50)) allocations.length = 0;
  const input: CommitmentInput = {
    code,
    kind: dice.of([0, 1]),
    contractNumber: encodeBytes32String("C-1"),
    supplier: dice.rarely(20)
      ? dice.of([
          encodeBytes32String("1105500000001"),
          encodeBytes32String("01055000000012"),
          encodeBytes32String("0"),
        ])
      : dice.of([SUPPLIER, ZeroHash]),
    value,
    advanceCap: dice.rarely(2) ? dice.amount(value / 4n) : 0n,
    obligationId,
    award: dice.evidence(),
    allocations,
    milestones: parts(dice, value).map((amount) => ({ amount, dueAt: due(dice) })),
  };
  return onCommitments("recordCommitment")(dice.officer(Duty.RECORDER, agencyOf(dice, code)), input);
}

function amend(dice: Dice): Proposal {
  const { id, commitment, line, agency } = activeCommitment(dice);
  const before = commitment?.value ?? 100n;
  const low = spent(dice, id);
  const room = free(dice, line);
  const raise = dice.rarely(2);
  const value = raise
    ? before + dice.amount(room > 500n ? 500n : room)
    : low + dice.amount(before > low ? before - low : 0n);
  const share = dice.world.share(id, line) ?? 0n;
  const change = value - before;
  const amount = share + change < 0n ? 0n : share + change;
  const allocations = dice.rarely(10) ? [] : [{ lineId: line, amount }];
  const other = dice.id(dice.world.lines, (it) => it.code === commitment?.code);
  if (dice.rarely(8)) allocations.push({ lineId: other, amount: dice.amount(200n) });
  const open = dice.id(
    dice.world.milestones,
    (it) => it.commitment === id && it.amount + change > it.accepted,
  );
  const target = dice.world.milestone(open);
  const adjusted = (target?.amount ?? 0n) + change;
  const milestones = dice.rarely(12)
    ? [{ milestoneId: 0n, amount: change > 0n ? change : dice.amount(5n), dueAt: due(dice) }]
    : [{ milestoneId: open, amount: adjusted < 0n ? 0n : adjusted, dueAt: due(dice) }];
  const as = dice.officer(Duty.APPROVER_1, agency);
  return onCommitments("amendCommitment")(as, id, value, allocations, milestones, dice.evidence());
}

function milestoneMove(method: string, duty: number, states: bigint[]) {
  return (dice: Dice): Proposal => {
    const id = dice.id(
      dice.world.milestones,
      ({ state, commitment }) =>
        states.includes(state) && dice.world.commitment(commitment)!.state === commitmentState.active,
    );
    const entry = dice.world.milestone(id);
    const as = dice.officer(duty, entry && dice.world.commitment(entry.commitment)!.agency);
    const amount = dice.amount(entry ? entry.amount - entry.accepted : 10n);
    return onCommitments(method)(as, id, ...(method === "acceptMilestone" ? [amount] : []), dice.evidence());
  };
}

function request(dice: Dice): Proposal {
  const open = (id: bigint) =>
    dice.world.milestone(id)!.accepted - dice.world.drawn((it) => it.milestone === id);
  const advance = dice.rarely(4);
  const milestone = advance ? 0n : dice.id(dice.world.milestones, (_, key) => open(key) > 0n);
  const fromMilestone = dice.world.milestone(milestone)?.commitment;
  const any = commitmentOf(
    dice,
    (it) => it.state === commitmentState.active && (!advance || it.advanceCap > 0n),
  );
  const id = fromMilestone ?? any.id;
  const commitment = dice.world.commitment(id);
  const shares = commitment?.shares.filter((it) => it.amount > spent(dice, id, it.line)) ?? [];
  const line = shares.length > 0 && !dice.rarely(15) ? dice.of(shares).line : any.line;
  const left = (dice.world.share(id, line) ?? 0n) - spent(dice, id, line);
  const due = fromMilestone === undefined ? (commitment?.advanceCap ?? 0n) : open(milestone);
  const as = dice.officer(Duty.RECORDER, commitment?.agency);
  const amount = dice.amount(left < due ? left : due);
  return onPayments("requestDisbursement")(as, id, line, milestone, amount, dice.evidence());
}

function paymentMove(method: string, duty: number, states: bigint[]): Move {
  return (dice) => {
    const id = dice.id(dice.world.payments, ({ state }) => states.includes(state));
    const entry = dice.world.payment(id);
    const as = dice.officer(duty, entry && dice.world.commitment(entry.commitment)!.agency);
    const amount = dice.amount(entry ? entry.amount - entry.returned : 10n);
    const extra = {
      recordReturn: [amount, dice.evidence()],
      pay: [dice.evidence()],
      reject: [dice.evidence()],
    };
    return onPayments(method)(as, id, ...((extra as Record<string, unknown[]>)[method] ?? []));
  };
}

/** Weight and move. */
export const moves: [number, Move][] = [
  [
    1,
    (dice) => {
      const agency = dice.agency();
      const references = dice.rarely(3)
        ? [{ scheme: encodeBytes32String("egp"), value: dice.of(["1", "2", ""]) }]
        : [];
      if (references.length > 0 && dice.rarely(5)) references.push(references[0]!);
      return onProjects("draftProject")(
        dice.officer(Duty.RECORDER, BigInt(agency)),
        agency,
        dice.of(YEARS),
        dice.evidence(),
        references,
      );
    },
  ],
  [
    1,
    (dice) => {
      const code = dice.code();
      return onProjects("reviseBrief")(
        dice.officer(Duty.RECORDER, agencyOf(dice, code)),
        code,
        dice.evidence(),
      );
    },
  ],
  [
    1,
    (dice) => {
      const code = dice.code();
      const ref = {
        scheme: dice.of([encodeBytes32String("egp"), encodeBytes32String("ocid"), ZeroHash]),
        value: dice.of(["1", "2", "3"]),
      };
      return onProjects("addReference")(dice.officer(Duty.RECORDER, agencyOf(dice, code)), code, ref);
    },
  ],
  [
    2,
    (dice) => {
      const code = dice.code(inState(dice, projectState.draft));
      return onProjects("registerProject")(dice.officer(Duty.APPROVER_1, agencyOf(dice, code)), code);
    },
  ],
  [2, budgetOfficer("activateProject", projectState.registered, false)],
  [0.5, budgetOfficer("suspendProject", projectState.active, true)],
  [5, budgetOfficer("resumeProject", projectState.suspended, true)],
  [0.5, budgetOfficer("completeProject", projectState.active, true)],
  [
    0.5,
    (dice) =>
      onProjects("auditProject")(
        dice.auditor(),
        dice.code(inState(dice, projectState.completed)),
        dice.evidence(),
      ),
  ],
  [
    0.5,
    (dice) => {
      const code = dice.code((it) => dice.world.committedOf(it) === 0n);
      return onLines("cancelProject")(dice.officer(Duty.BUDGET, agencyOf(dice, code)), code, dice.evidence());
    },
  ],
  [
    1,
    (dice) =>
      onLines("planYear")(dice.authority(), dice.of(YEARS), BigInt(dice.integer(0, 60_000)), dice.evidence()),
  ],
  [
    1,
    (dice) => {
      const target = dice.of(YEARS);
      const approved = dice.world.approved(BigInt(target));
      return onLines("changeCeiling")(
        dice.authority(),
        target,
        approved > 0n && dice.rarely(4) ? approved - 1n : approved + dice.amount(5_000n),
        dice.evidence(),
      );
    },
  ],
  [2, (dice) => onLines("openYear")(dice.authority(), year(dice, yearState.planned))],
  [
    1,
    (dice) => {
      const target = year(dice, yearState.open);
      dice.missed ||= !isOver(dice, BigInt(target));
      return onLines("closeYear")(dice.authority(), target);
    },
  ],
  [
    4,
    (dice) => {
      const target = dice.rarely(3) ? dice.of(YEARS) : year(dice, yearState.open);
      const room =
        (dice.world.years.get(BigInt(target))?.ceiling ?? 0n) - dice.world.approved(BigInt(target));
      const fund = dice.rarely(30) ? ZeroHash : dice.of(FUNDS);
      const type = dice.rarely(30) ? 0 : dice.of([2, 3, 3]);
      const code = dice.code(inState(dice, projectState.active));
      return onLines("appropriate")(
        dice.authority(),
        code,
        target,
        fund,
        type,
        dice.amount(room > 4_000n ? 4_000n : room),
        dice.evidence(),
      );
    },
  ],
  [
    4,
    (dice) => {
      const id = openLine(dice);
      const left = budget(dice, id) - (dice.world.line(id)?.allotted ?? 0n);
      return onLines("allot")(dice.officer(Duty.BUDGET, lineAgency(dice, id)), id, dice.amount(left));
    },
  ],
  [
    1,
    (dice) => {
      const id = openLine(dice);
      return onLines("withdrawAllotment")(
        dice.officer(Duty.BUDGET, lineAgency(dice, id)),
        id,
        dice.amount(free(dice, id)),
      );
    },
  ],
  [
    3,
    (dice) => {
      const list = Array.from({ length: dice.integer(dice.rarely(20) ? 0 : 1, 3) }, () => {
        const fromLine = openLine(dice);
        const from = dice.world.line(fromLine);
        const near = dice.rarely(2);
        const toLine = dice.id(
          dice.world.lines,
          (it, id) =>
            id !== fromLine &&
            it.year === from?.year &&
            !it.carriedFrom &&
            (!near || (it.type === from.type && it.agency === from.agency)),
        );
        const left = from ? budget(dice, fromLine) - from.carriedOut - dice.world.committed(fromLine) : 10n;
        return { fromLine, toLine, amount: dice.amount(left) };
      });
      const first = lineAgency(dice, list[0]?.fromLine ?? 0n);
      return onLines("revise")(
        dice.rarely(2) ? dice.authority() : dice.officer(Duty.BUDGET, first),
        list,
        dice.evidence(),
      );
    },
  ],
  [
    6,
    (dice) => {
      const id = dice.id(dice.world.lines, (it) => !it.closed && isOver(dice, it.year));
      return onLines("closeLine")(dice.officer(Duty.BUDGET, lineAgency(dice, id)), id);
    },
  ],
  [
    0.7,
    (dice) => {
      const code = dice.code();
      const years = dice.of([[2568, 2569], [2568, 2569, 2570], [2569, 2568], [2568]]);
      const amounts = years.map((it) => ({ year: it, amount: BigInt(dice.integer(0, 3_000)) }));
      const total = amounts.reduce((sum, { amount }) => sum + amount, dice.rarely(8) ? 1n : 0n);
      return onCommitments("approveObligation")(dice.authority(), code, total, amounts, dice.evidence());
    },
  ],
  [6, record],
  [6, approverMove("activateCommitment", (_, { state }) => state === commitmentState.pending, false)],
  [4, amend],
  [
    2,
    (dice) => {
      const { id, commitment, agency } = commitmentOf(
        dice,
        ({ state, obligation }) => state === commitmentState.active && obligation !== 0n,
      );
      const line = dice.id(
        dice.world.lines,
        (it, key) => it.code === commitment?.code && !it.closed && free(dice, key) > 0n,
      );
      const left = commitment ? commitment.value - dice.world.allocated(commitment) : 10n;
      const room = free(dice, line);
      return onCommitments("fundCommitment")(
        dice.officer(Duty.BUDGET, agency),
        id,
        line,
        dice.amount(left < room ? left : room),
      );
    },
  ],
  [
    2,
    approverMove(
      "completeCommitment",
      (dice, { state }, id) =>
        state === commitmentState.active &&
        dice.world.milestones.every((it) => it.commitment !== id || it.state === milestoneState.accepted),
      true,
    ),
  ],
  [0.8, approverMove("terminateCommitment", (_, { state }) => state === commitmentState.active, true)],
  [
    0.8,
    approverMove("cancelCommitment", (dice, it, id) => isOpenCommitment(it) && spent(dice, id) === 0n, true),
  ],
  [
    8,
    milestoneMove("submitMilestone", Duty.RECORDER, [
      milestoneState.scheduled,
      milestoneState.partial,
      milestoneState.rejected,
    ]),
  ],
  [9, milestoneMove("acceptMilestone", Duty.ACCEPTOR, [milestoneState.submitted])],
  [1, milestoneMove("rejectMilestone", Duty.ACCEPTOR, [milestoneState.submitted])],
  [
    3,
    (dice) => {
      const { id, line } = commitmentOf(
        dice,
        ({ state, shares }, key) =>
          state === commitmentState.active && shares.some((it) => it.amount > spent(dice, key, it.line)),
      );
      const left = (dice.world.share(id, line) ?? 0n) - spent(dice, id, line);
      return onCommitments("carryForward")(dice.authority(), id, line, dice.amount(left), dice.evidence());
    },
  ],
  [10, request],
  [8, paymentMove("approveFirst", Duty.APPROVER_1, [paymentState.requested])],
  [8, paymentMove("approveSecond", Duty.APPROVER_2, [paymentState.approved1])],
  [8, paymentMove("pay", Duty.TREASURY, [paymentState.approved2])],
  [
    1,
    (dice) =>
      paymentMove(
        "reject",
        dice.of([Duty.APPROVER_1, Duty.APPROVER_2, Duty.TREASURY]),
        dice.world.payments.filter(isOpenPayment).map(({ state }) => state),
      )(dice),
  ],
  [3, paymentMove("recordReturn", Duty.TREASURY, [paymentState.paid])],
];

const total = moves.reduce((sum, [weight]) => sum + weight, 0);

/** A call that the world may or may not allow; seldom one for which it has nothing at all. */
export function propose(dice: Dice): Proposal {
  for (;;) {
    dice.missed = false;
    const proposal = choose(dice)(dice);
    if (!dice.missed || dice.rarely(12)) return proposal;
  }
}

function choose(dice: Dice): Move {
  let at = dice.random.next() * total;
  for (const [weight, move] of moves) {
    at -= weight;
    if (at < 0) return move;
  }
  return moves.at(-1)![1];
}
