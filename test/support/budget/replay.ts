/**
 * Rebuilds the budget's state from events alone, as a mirror must: nothing here asks a contract for anything.
 * Counters of lines are taken from the events that carry them; everything else is added up.
 */
import { ZeroHash, type Interface, type LogDescription, type Result } from "ethers";
import { ethers, type Ledger } from "../ledger.ts";
import { agencies } from "../people.ts";
import { counterNames, expenseTypes, type Plain, type Snapshot } from "./snapshot.ts";

type Fields = { [key: string]: Plain };
/** Arguments of any event by name, as far as the replay reads them. */
type Arguments = Record<"account" | "personTag" | "code" | "officer" | "scheme" | "fundSource", string> &
  Record<"counters" | "fromCounters" | "toCounters", Result> &
  Record<
    | "agency"
    | "year"
    | "to"
    | "ceiling"
    | "lineId"
    | "fromLine"
    | "toLine"
    | "expenseType"
    | "carriedFrom"
    | "amount"
    | "obligationId"
    | "total"
    | "commitmentId"
    | "kind"
    | "madeInYear"
    | "value"
    | "advanceCap"
    | "milestoneId"
    | "dueAt"
    | "state"
    | "accepted"
    | "disbursementId"
    | "returned",
    bigint
  > & { schedule: bigint[][] };
interface Payment {
  commitmentId: bigint;
  lineId: bigint;
  milestoneId: bigint;
  amount: bigint;
  returned: bigint;
  agency: bigint;
  state: bigint;
  requester: string;
  approver1: string;
  approver2: string;
  payer: string;
}

const open = (state: Plain) => (state as bigint) >= 1n && (state as bigint) <= 3n;
const plainCounters = (counters: Result) => {
  const object = counters.toObject() as Fields;
  return Object.fromEntries(counterNames.map((name) => [name, object[name]!]));
};

export class Replay {
  readonly #persons = new Map<string, string>();
  readonly #years = new Map<bigint, Fields>();
  readonly #projects = new Map<string, Fields & { authors: string[]; references: string[] }>();
  readonly #sequences = new Map<string, bigint>();
  readonly #lines = new Map<bigint, Fields>();
  readonly #appropriated: { year: bigint; agency: bigint; type: bigint; amount: bigint }[] = [];
  #revisions = 0n;
  readonly #obligations = new Map<bigint, Fields & { schedule: bigint[][] }>();
  readonly #commitments = new Map<bigint, Fields>();
  readonly #shares = new Map<bigint, Map<bigint, bigint>>();
  readonly #milestones = new Map<bigint, Fields & { acceptors: string[] }>();
  readonly #payments = new Map<bigint, Payment>();

  /** Applies one event; events of other contracts are left aside. */
  apply(name: string, args: Arguments): void {
    (this.#handlers as Record<string, (args: Arguments) => void>)[name]?.(args);
  }

  handles(name: string): boolean {
    return name in this.#handlers;
  }

  #person = (officer: string) => this.#persons.get(officer)!;

  readonly #handlers = {
    OfficerEnrolled: ({ account, personTag }: Arguments) => void this.#persons.set(account, personTag),

    ProjectDrafted: ({ code, agency, year, officer }: Arguments) => {
      const drafter = this.#person(officer);
      this.#projects.set(code, { agency, year, state: 1n, drafter, authors: [drafter], references: [] });
      const key = `${agency}/${year}`;
      this.#sequences.set(key, (this.#sequences.get(key) ?? 0n) + 1n);
    },
    ProjectBriefRevised: ({ code, officer }: Arguments) => {
      const { state, authors } = this.#projects.get(code)!;
      if (state === 1n && !authors.includes(this.#person(officer))) authors.push(this.#person(officer));
    },
    ProjectReferenced: ({ code, scheme, value }: Arguments) =>
      void this.#projects.get(code)!.references.push(`${scheme} ${value}`),
    ProjectStateChanged: ({ code, to }: Arguments) => void (this.#projects.get(code)!.state = to),

    FiscalYearPlanned: ({ year, ceiling }: Arguments) => void this.#years.set(year, { state: 1n, ceiling }),
    FiscalYearCeilingChanged: ({ year, ceiling }: Arguments) =>
      void (this.#years.get(year)!.ceiling = ceiling),
    FiscalYearOpened: ({ year }: Arguments) => void (this.#years.get(year)!.state = 2n),
    FiscalYearClosed: ({ year }: Arguments) => void (this.#years.get(year)!.state = 3n),
    LineCreated: ({ lineId, code, year, agency, fundSource, expenseType, carriedFrom }: Arguments) =>
      void this.#lines.set(lineId, {
        code,
        agency,
        year,
        expenseType,
        closed: false,
        carriedFrom,
        fundSource,
      }),
    LineAppropriated: ({ lineId, amount, counters }: Arguments) => {
      const { year, agency, expenseType } = this.#lines.get(lineId) as Record<string, bigint>;
      this.#appropriated.push({ year: year!, agency: agency!, type: expenseType!, amount });
      this.#count(lineId, counters);
    },
    LineAllotted: this.#one(),
    LineAllotmentWithdrawn: this.#one(),
    LineCommitted: this.#one(),
    LineReleased: this.#one(),
    LineReserved: this.#one(),
    LineUnreserved: this.#one(),
    LinePaid: this.#one(),
    LineRefunded: this.#one(),
    LineClosed: ({ lineId, counters }: Arguments) => {
      this.#count(lineId, counters);
      this.#lines.get(lineId)!.closed = true;
    },
    RevisionRecorded: () => void this.#revisions++,
    RevisionMoved: this.#two(),
    LineCarriedForward: this.#two(),

    ObligationApproved: ({ obligationId, code, total, schedule }: Arguments) =>
      void this.#obligations.set(obligationId, {
        ...{ code, total },
        schedule: schedule.map(([year, amount]) => [year!, amount!]),
      }),
    CommitmentRecorded: ({ commitmentId, officer, ...rest }: Arguments) => {
      const { code, agency, kind, madeInYear, value, advanceCap, obligationId } = rest;
      this.#commitments.set(commitmentId, {
        ...{ code, agency, kind, madeInYear, value, advanceCap, obligationId },
        ...{ state: 1n, originalValue: value, recorder: this.#person(officer) },
      });
      this.#shares.set(commitmentId, new Map());
    },
    CommitmentAllocated: ({ commitmentId, lineId, amount }: Arguments) =>
      void this.#shares.get(commitmentId)!.set(lineId, amount),
    CommitmentStateChanged: ({ commitmentId, to }: Arguments) =>
      void (this.#commitments.get(commitmentId)!.state = to),
    CommitmentAmended: ({ commitmentId, value }: Arguments) =>
      void (this.#commitments.get(commitmentId)!.value = value),
    CommitmentCarriedForward: () => undefined,
    MilestoneScheduled: ({ milestoneId, commitmentId, amount, dueAt }: Arguments) =>
      void this.#milestones.set(milestoneId, {
        ...{ commitmentId, amount, dueAt, state: 1n, accepted: 0n },
        ...{ submitter: ZeroHash, acceptor: ZeroHash, acceptors: [] },
      }),
    MilestoneChanged: ({ milestoneId, amount, dueAt, state }: Arguments) =>
      void Object.assign(this.#milestones.get(milestoneId)!, { amount, dueAt, state }),
    MilestoneSubmitted: ({ milestoneId, officer }: Arguments) =>
      void Object.assign(this.#milestones.get(milestoneId)!, { state: 2n, submitter: this.#person(officer) }),
    MilestoneAccepted: ({ milestoneId, officer, state, accepted }: Arguments) => {
      const milestone = this.#milestones.get(milestoneId)!;
      const acceptor = this.#person(officer);
      Object.assign(milestone, { state, accepted, acceptor });
      if (!milestone.acceptors.includes(acceptor)) milestone.acceptors.push(acceptor);
    },
    MilestoneRejected: ({ milestoneId }: Arguments) => void (this.#milestones.get(milestoneId)!.state = 5n),

    DisbursementRequested: ({ disbursementId, officer, ...rest }: Arguments) => {
      const { commitmentId, lineId, milestoneId, amount } = rest;
      this.#payments.set(disbursementId, {
        ...{ commitmentId, lineId, milestoneId, amount, returned: 0n, state: 1n },
        agency: this.#commitments.get(commitmentId)!.agency as bigint,
        ...{ requester: this.#person(officer), approver1: ZeroHash, approver2: ZeroHash, payer: ZeroHash },
      });
    },
    DisbursementApprovedFirst: ({ disbursementId, officer }: Arguments) =>
      this.#step(disbursementId, { state: 2n, approver1: this.#person(officer) }),
    DisbursementApprovedSecond: ({ disbursementId, officer }: Arguments) =>
      this.#step(disbursementId, { state: 3n, approver2: this.#person(officer) }),
    DisbursementPaid: ({ disbursementId, officer }: Arguments) =>
      this.#step(disbursementId, { state: 4n, payer: this.#person(officer) }),
    DisbursementRejected: ({ disbursementId }: Arguments) => this.#step(disbursementId, { state: 5n }),
    DisbursementReturned: ({ disbursementId, returned, state }: Arguments) =>
      this.#step(disbursementId, { returned, state }),
  };

  #one() {
    return ({ lineId, counters }: Arguments) => this.#count(lineId, counters);
  }

  #two() {
    return ({ fromLine, fromCounters, toLine, toCounters }: Arguments) => {
      this.#count(fromLine, fromCounters);
      this.#count(toLine, toCounters);
    };
  }

  #count(lineId: bigint, counters: Result): void {
    this.#lines.get(lineId)!.counters = plainCounters(counters);
  }

  #step(id: bigint, change: Partial<Payment>): void {
    Object.assign(this.#payments.get(id)!, change);
  }

  /** The state after the events applied so far. */
  snapshot(): Snapshot {
    const entries: [string, Fields][] = [];
    for (const [year, fields] of this.#years) entries.push([`year ${year}`, this.#year(year, fields)]);
    for (const [code, fields] of this.#projects)
      entries.push([`project ${code}`, this.#project(code, fields)]);
    for (const [key, last] of this.#sequences) entries.push([`sequence ${key}`, { last }]);
    for (const [id, fields] of this.#lines) entries.push([`line ${id}`, fields]);
    for (const [id, fields] of this.#obligations)
      entries.push([`obligation ${id}`, this.#obligation(id, fields)]);
    for (const [id, fields] of this.#commitments)
      entries.push([`commitment ${id}`, this.#commitment(id, fields)]);
    for (const [id, fields] of this.#milestones)
      entries.push([`milestone ${id}`, this.#milestone(id, fields)]);
    for (const [id, fields] of this.#payments) entries.push([`disbursement ${id}`, { ...fields }]);
    entries.push(["counts", this.#counts()]);
    return new Map(entries);
  }

  #year(year: bigint, fields: Fields): Fields {
    const total = (of: (entry: { agency: bigint; type: bigint }) => boolean) =>
      this.#appropriated.reduce((sum, it) => (it.year === year && of(it) ? sum + it.amount : sum), 0n);
    const lines = [...this.#lines.values()].filter((line) => line.year === year && !line.closed);
    return {
      ...fields,
      approved: total(() => true),
      openLines: BigInt(lines.length),
      byType: expenseTypes.map((wanted) => total(({ type }) => type === BigInt(wanted))),
      byAgency: agencies.map(({ code }) => total(({ agency }) => agency === BigInt(code))),
    };
  }

  #project(code: string, fields: Fields & { authors: string[]; references: string[] }): Fields {
    const commitments = [...this.#commitments.values()].filter((it) => it.code === code);
    const lines = [...this.#lines.values()].filter((line) => line.code === code);
    return {
      ...fields,
      authors: fields.authors.toSorted(),
      references: fields.references.toSorted(),
      openCommitments: BigInt(commitments.filter(({ state }) => (state as bigint) <= 2n).length),
      committed: lines.reduce((sum, { counters }) => sum + ((counters as Fields).committed as bigint), 0n),
    };
  }

  #obligation(id: bigint, fields: Fields & { schedule: bigint[][] }): Fields {
    const under = [...this.#commitments].filter(([, it]) => it.obligationId === id);
    const bound = (year: bigint) =>
      under
        .flatMap(([commitment]) => [...this.#shares.get(commitment)!])
        .filter(([line]) => {
          const { year: own, carriedFrom } = this.#lines.get(line) as { year: bigint; carriedFrom: bigint };
          return (carriedFrom === 0n ? own : own - 1n) === year;
        })
        .reduce((sum, [, amount]) => sum + amount, 0n);
    const pledged = under.reduce(
      (sum, [commitment, { state, value }]) =>
        sum + ((state as bigint) <= 2n ? (value as bigint) : this.#allocated(commitment)),
      0n,
    );
    return { ...fields, pledged, bound: fields.schedule.map(([year]) => bound(year!)) };
  }

  #allocated(id: bigint): bigint {
    return [...this.#shares.get(id)!.values()].reduce((sum, amount) => sum + amount, 0n);
  }

  /** Sums of the payments that `of` chooses. */
  #paid(of: (payment: Payment) => boolean) {
    const sums = { requested: 0n, paid: 0n, returned: 0n };
    for (const payment of this.#payments.values()) {
      if (!of(payment)) continue;
      if (open(payment.state)) sums.requested += payment.amount;
      else if (payment.state !== 5n) sums.paid += payment.amount;
      sums.returned += payment.returned;
    }
    return { ...sums, drawn: sums.requested + sums.paid - sums.returned };
  }

  #commitment(id: bigint, fields: Fields): Fields {
    const own = (payment: Payment) => payment.commitmentId === id;
    const { requested, paid, returned } = this.#paid(own);
    const allocations: Fields = {};
    for (const [line, amount] of this.#shares.get(id)!) {
      const sums = this.#paid((payment) => own(payment) && payment.lineId === line);
      allocations[String(line)] = [amount, sums.requested, sums.paid - sums.returned];
    }
    return {
      ...fields,
      ...{ requested, paid, returned, allocations, allocated: this.#allocated(id) },
      advancePaid: this.#paid((payment) => own(payment) && payment.milestoneId === 0n).drawn,
      milestones: [...this.#milestones].filter(([, it]) => it.commitmentId === id).map(([key]) => key),
    };
  }

  #milestone(id: bigint, fields: Fields & { acceptors: string[] }): Fields {
    const { drawn } = this.#paid((payment) => payment.milestoneId === id);
    return { ...fields, drawn, acceptors: fields.acceptors.toSorted() };
  }

  #counts(): Fields {
    return {
      lines: BigInt(this.#lines.size),
      revisions: this.#revisions,
      obligations: BigInt(this.#obligations.size),
      commitments: BigInt(this.#commitments.size),
      milestones: BigInt(this.#milestones.size),
      disbursements: BigInt(this.#payments.size),
    };
  }
}

/** Every event of the registry and the budget since `fromBlock`, in the order of the chain. */
export async function eventsOf(ledger: Ledger, fromBlock = 0): Promise<LogDescription[]> {
  const contracts = [
    ledger.registry,
    ledger.projects,
    ledger.lines,
    ledger.commitments,
    ledger.disbursements,
  ];
  const addresses = await Promise.all(contracts.map((contract) => contract.getAddress()));
  const logs = await ethers.provider.getLogs({ address: addresses, fromBlock });
  return logs.flatMap((log) => {
    const abi = contracts[addresses.indexOf(log.address)]!.interface as unknown as Interface;
    const event = abi.parseLog(log);
    return event ? [event] : [];
  });
}

/** The state that follows from all events of the ledger. */
export async function replayed(ledger: Ledger): Promise<Snapshot> {
  const replay = new Replay();
  for (const { name, args } of await eventsOf(ledger))
    replay.apply(name, args.toObject() as unknown as Arguments);
  return replay.snapshot();
}
