/**
 * What budget.md says exists, as plain facts. Nothing that can be added up is stored: every counter that the
 * contracts keep is derived here from the facts, so that a slip in one of their moves cannot be repeated by mistake.
 */
import { agencies } from "../../../support/people.ts";
import { expenseTypes, type Counters, type Plain, type Snapshot } from "../../../support/budget/snapshot.ts";

export const projectState = {
  draft: 1n,
  registered: 2n,
  active: 3n,
  suspended: 4n,
  completed: 5n,
  audited: 6n,
  cancelled: 7n,
};
export const yearState = { none: 0n, planned: 1n, open: 2n, closed: 3n };
export const commitmentState = { pending: 1n, active: 2n, complete: 3n, terminated: 4n, cancelled: 5n };
export const milestoneState = {
  scheduled: 1n,
  submitted: 2n,
  accepted: 3n,
  partial: 4n,
  rejected: 5n,
  removed: 6n,
};
export const paymentState = {
  requested: 1n,
  approved1: 2n,
  approved2: 3n,
  paid: 4n,
  rejected: 5n,
  returned: 6n,
};

export interface Project {
  agency: bigint;
  year: bigint;
  state: bigint;
  drafter: string;
  authors: string[];
  references: string[];
}
export interface Line {
  code: string;
  agency: bigint;
  year: bigint;
  type: bigint;
  fund: string;
  carriedFrom: bigint;
  closed: boolean;
  approved: bigint;
  carriedIn: bigint;
  adjIn: bigint;
  adjOut: bigint;
  allotted: bigint;
  carriedOut: bigint;
}
export interface Obligation {
  code: string;
  total: bigint;
  schedule: { year: bigint; amount: bigint }[];
}
export interface Commitment {
  code: string;
  agency: bigint;
  kind: bigint;
  state: bigint;
  madeInYear: bigint;
  value: bigint;
  originalValue: bigint;
  advanceCap: bigint;
  obligation: bigint;
  recorder: string;
  /** bound by line, in the order in which the lines came */
  shares: { line: bigint; amount: bigint }[];
}
export interface Milestone {
  commitment: bigint;
  state: bigint;
  amount: bigint;
  accepted: bigint;
  dueAt: bigint;
  submitter: string;
  acceptor: string;
  acceptors: string[];
}
export interface Payment {
  commitment: bigint;
  line: bigint;
  milestone: bigint;
  amount: bigint;
  returned: bigint;
  state: bigint;
  requester: string;
  approver1: string;
  approver2: string;
  payer: string;
}

const sum = <T>(items: Iterable<T>, amount: (item: T) => bigint) => {
  let total = 0n;
  for (const item of items) total += amount(item);
  return total;
};

/** First and last Unix second of a Buddhist-era fiscal year, by the calendar of JavaScript. */
export function bounds(year: bigint): { start: bigint; end: bigint } {
  const first = (ce: number) => BigInt(Date.UTC(ce, 9, 1) / 1000 - 7 * 3600);
  return { start: first(Number(year) - 544), end: first(Number(year) - 543) - 1n };
}

export const isOpenPayment = ({ state }: Payment) => state >= 1n && state <= 3n;
export const wasPaid = ({ state }: Payment) => state === paymentState.paid || state === paymentState.returned;
export const isOpenCommitment = ({ state }: Commitment) => state <= commitmentState.active;

/** Facts, with the sums that follow from them. Ids are places in the lists, from 1. */
export class World {
  now = 0n;
  years = new Map<bigint, { state: bigint; ceiling: bigint }>();
  projects = new Map<string, Project>();
  sequences = new Map<string, bigint>();
  lines: Line[] = [];
  revisions = 0n;
  obligations: Obligation[] = [];
  commitments: Commitment[] = [];
  milestones: Milestone[] = [];
  payments: Payment[] = [];

  clone(): World {
    return Object.assign(new World(), structuredClone({ ...this }));
  }

  line(id: bigint): Line | undefined {
    return this.lines[Number(id) - 1];
  }
  obligation(id: bigint): Obligation | undefined {
    return this.obligations[Number(id) - 1];
  }
  commitment(id: bigint): Commitment | undefined {
    return this.commitments[Number(id) - 1];
  }
  milestone(id: bigint): Milestone | undefined {
    return this.milestones[Number(id) - 1];
  }
  payment(id: bigint): Payment | undefined {
    return this.payments[Number(id) - 1];
  }

  requested(of: (payment: Payment) => boolean): bigint {
    return sum(this.payments, (payment) => (of(payment) && isOpenPayment(payment) ? payment.amount : 0n));
  }
  paid(of: (payment: Payment) => boolean): bigint {
    return sum(this.payments, (payment) => (of(payment) && wasPaid(payment) ? payment.amount : 0n));
  }
  returned(of: (payment: Payment) => boolean): bigint {
    return sum(this.payments, (payment) => (of(payment) ? payment.returned : 0n));
  }
  /** requested, or paid and not returned */
  drawn(of: (payment: Payment) => boolean): bigint {
    return this.requested(of) + this.paid(of) - this.returned(of);
  }

  committed(line: bigint): bigint {
    return sum(this.commitments, ({ shares }) => shares.find((share) => share.line === line)?.amount ?? 0n);
  }
  allocated({ shares }: Commitment): bigint {
    return sum(shares, ({ amount }) => amount);
  }
  share(commitment: bigint, line: bigint): bigint | undefined {
    return this.commitment(commitment)?.shares.find((share) => share.line === line)?.amount;
  }

  counters(id: bigint): Counters {
    const line = this.line(id)!;
    const on = (payment: Payment) => payment.line === id;
    const [paid, returned] = [this.paid(on), this.returned(on)];
    const { approved, carriedIn, adjIn, adjOut, allotted, carriedOut } = line;
    const budget = approved + carriedIn + adjIn - adjOut;
    return {
      approved,
      carriedIn,
      adjIn,
      adjOut,
      allotted,
      committed: this.committed(id),
      requested: this.requested(on),
      paid,
      returned,
      carriedOut,
      lapsed: line.closed ? budget - (paid - returned) - carriedOut : 0n,
    };
  }

  /** Year to whose money a line belongs: carried money stays money of the year before. */
  moneyYear(line: bigint): bigint {
    const { year, carriedFrom } = this.line(line)!;
    return carriedFrom === 0n ? year : year - 1n;
  }
  pledged(obligation: bigint): bigint {
    const under = this.commitments.filter((commitment) => commitment.obligation === obligation);
    return sum(under, (commitment) =>
      isOpenCommitment(commitment) ? commitment.value : this.allocated(commitment),
    );
  }
  bound(obligation: bigint, year: bigint): bigint {
    const under = this.commitments.filter((commitment) => commitment.obligation === obligation);
    return sum(under, ({ shares }) =>
      sum(shares, ({ line, amount }) => (this.moneyYear(line) === year ? amount : 0n)),
    );
  }
  approved(year: bigint, of: (line: Line) => boolean = () => true): bigint {
    return sum(this.lines, (line) => (line.year === year && of(line) ? line.approved : 0n));
  }

  snapshot(): Snapshot {
    const entries: [string, { [key: string]: Plain }][] = [
      ...[...this.years.keys()].map((year) => [`year ${year}`, this.#year(year)] as [string, never]),
      ...[...this.projects].map(
        ([code, project]) => [`project ${code}`, this.#project(code, project)] as [string, never],
      ),
      ...[...this.sequences].map(([key, last]) => [`sequence ${key}`, { last }] as [string, never]),
      ...this.lines.map((line, i) => [`line ${i + 1}`, this.#line(line, BigInt(i + 1))] as [string, never]),
      ...this.obligations.map(
        (it, i) => [`obligation ${i + 1}`, this.#obligation(it, BigInt(i + 1))] as [string, never],
      ),
      ...this.commitments.map(
        (it, i) => [`commitment ${i + 1}`, this.#commitment(it, BigInt(i + 1))] as [string, never],
      ),
      ...this.milestones.map(
        (it, i) => [`milestone ${i + 1}`, this.#milestone(it, BigInt(i + 1))] as [string, never],
      ),
      ...this.payments.map((it, i) => [`disbursement ${i + 1}`, this.#payment(it)] as [string, never]),
      ["counts", this.#counts()],
    ];
    return new Map(entries);
  }

  #year(year: bigint) {
    return {
      ...this.years.get(year)!,
      approved: this.approved(year),
      openLines: BigInt(this.lines.filter((line) => line.year === year && !line.closed).length),
      byType: expenseTypes.map((type) => this.approved(year, (line) => line.type === BigInt(type))),
      byAgency: agencies.map(({ code }) => this.approved(year, (line) => line.agency === BigInt(code))),
    };
  }

  #project(code: string, { agency, year, state, drafter, authors, references }: Project) {
    const open = this.commitments.filter((it) => it.code === code && isOpenCommitment(it));
    return {
      agency,
      year,
      state,
      drafter,
      openCommitments: BigInt(open.length),
      committed: this.committedOf(code),
      authors: authors.toSorted(),
      references: references.toSorted(),
    };
  }

  committedOf(code: string): bigint {
    return sum(this.lines.entries(), ([index, line]) =>
      line.code === code ? this.committed(BigInt(index + 1)) : 0n,
    );
  }

  #line({ code, agency, year, type, fund, carriedFrom, closed }: Line, id: bigint) {
    return {
      code,
      agency,
      year,
      expenseType: type,
      closed,
      carriedFrom,
      fundSource: fund,
      counters: this.counters(id),
    };
  }

  #obligation({ code, total, schedule }: Obligation, id: bigint) {
    return {
      code,
      total,
      schedule: schedule.map(({ year, amount }) => [year, amount]),
      pledged: this.pledged(id),
      bound: schedule.map(({ year }) => this.bound(id, year)),
    };
  }

  #commitment(it: Commitment, id: bigint) {
    const under = (payment: Payment) => payment.commitment === id;
    const from = (line: bigint) => (payment: Payment) => under(payment) && payment.line === line;
    const { code, agency, kind, state, madeInYear, value, originalValue, advanceCap, recorder } = it;
    return {
      code,
      agency,
      kind,
      state,
      madeInYear,
      value,
      originalValue,
      allocated: this.allocated(it),
      requested: this.requested(under),
      paid: this.paid(under),
      returned: this.returned(under),
      advanceCap,
      advancePaid: this.drawn((payment) => under(payment) && payment.milestone === 0n),
      obligationId: it.obligation,
      recorder,
      allocations: Object.fromEntries(
        it.shares.map(({ line, amount }) => [
          String(line),
          [amount, this.requested(from(line)), this.paid(from(line)) - this.returned(from(line))],
        ]),
      ),
      milestones: [...this.milestones.entries()]
        .filter(([, milestone]) => milestone.commitment === id)
        .map(([index]) => BigInt(index + 1)),
    };
  }

  #milestone(it: Milestone, id: bigint) {
    const { commitment, state, amount, accepted, dueAt, submitter, acceptor, acceptors } = it;
    const drawn = this.drawn((payment) => payment.milestone === id);
    return {
      commitmentId: commitment,
      state,
      amount,
      accepted,
      drawn,
      dueAt,
      submitter,
      acceptor,
      acceptors: acceptors.toSorted(),
    };
  }

  #payment(it: Payment) {
    const { amount, returned, state, requester, approver1, approver2, payer } = it;
    const { agency } = this.commitment(it.commitment)!;
    const ids = { commitmentId: it.commitment, lineId: it.line, milestoneId: it.milestone };
    return { ...ids, amount, returned, agency, state, requester, approver1, approver2, payer };
  }

  #counts() {
    return {
      lines: BigInt(this.lines.length),
      revisions: this.revisions,
      obligations: BigInt(this.obligations.length),
      commitments: BigInt(this.commitments.length),
      milestones: BigInt(this.milestones.length),
      disbursements: BigInt(this.payments.length),
    };
  }
}
