/** Steps of a budget year on the test ledger, each by the officer whose duty it is; amounts are satang. */
import { encodeBytes32String, ZeroHash, type Result } from "ethers";
import type {
  IBudgetCommitments,
  IBudgetDisbursements,
  IBudgetLines,
  IBudgetProjects,
} from "../../../sdk/generated/types/index.ts";
import { document, type TestDocument } from "../document.ts";
import { ledger, networkHelpers, type Ledger } from "../ledger.ts";
import { AGENCY, OTHER_AGENCY, type PersonName } from "../people.ts";

export const YEAR = 2568;
export const FUND = encodeBytes32String("ANNUAL");
export const SUPPLIER = encodeBytes32String("0105500000001");
/** 1 October 2024 and 30 September 2025 at the last second, Bangkok. */
export const YEAR_START = Date.parse("2024-10-01T00:00:00+07:00") / 1000;
export const YEAR_END = Date.parse("2025-09-30T23:59:59+07:00") / 1000;

export const expense = { none: 0, personnel: 1, operations: 2, investment: 3, subsidy: 4, other: 5 } as const;

export interface CommitmentInput {
  code: string;
  kind: number;
  contractNumber: string;
  supplier: string;
  value: bigint;
  advanceCap: bigint;
  obligationId: bigint;
  award: TestDocument;
  allocations: { lineId: bigint; amount: bigint }[];
  milestones: { amount: bigint; dueAt: number }[];
}

/** The contracts as one officer sees them, and shortcuts that return the ids they made. */
export class Office {
  readonly on: Ledger;

  constructor(on: Ledger) {
    this.on = on;
  }

  projects(as: PersonName): IBudgetProjects {
    return this.on.projects.connect(this.on.officers[as]) as IBudgetProjects;
  }

  lines(as: PersonName): IBudgetLines {
    return this.on.lines.connect(this.on.officers[as]) as IBudgetLines;
  }

  commitments(as: PersonName): IBudgetCommitments {
    return this.on.commitments.connect(this.on.officers[as]) as IBudgetCommitments;
  }

  disbursements(as: PersonName): IBudgetDisbursements {
    return this.on.disbursements.connect(this.on.officers[as]) as IBudgetDisbursements;
  }

  async plan(year = YEAR, ceiling = 100_000n): Promise<void> {
    await this.lines("authority").planYear(year, ceiling, document());
  }

  /** Goes to the first second of the planned year and opens it. */
  async open(year = YEAR): Promise<void> {
    await goTo(
      Math.max(Date.UTC(year - 544, 9, 1) / 1000 - 7 * 3600, (await networkHelpers.time.latest()) + 1),
    );
    await this.lines("authority").openYear(year);
  }

  async draft(year = YEAR, agency = AGENCY): Promise<string> {
    const as = agency === OTHER_AGENCY ? "otherRecorder" : "recorder";
    const sequence = (await this.on.projects.lastSequence(agency, year)) + 1n;
    const code = await this.projects(as).draftProject.staticCall(agency, year, document(), []);
    await this.projects(as).draftProject(agency, year, document(`brief ${sequence}`), []);
    return code;
  }

  async registered(year = YEAR, agency = AGENCY): Promise<string> {
    const code = await this.draft(year, agency);
    await this.projects(agency === OTHER_AGENCY ? "otherApprover1" : "approver1").registerProject(code);
    return code;
  }

  async active(year = YEAR, agency = AGENCY): Promise<string> {
    const code = await this.registered(year, agency);
    await this.projects(agency === OTHER_AGENCY ? "otherBudget" : "budget").activateProject(code);
    return code;
  }

  async line(code: string, amount: bigint, type: number = expense.investment, year = YEAR, fund = FUND) {
    const lines = this.lines("authority");
    const id = await lines.appropriate.staticCall(code, year, fund, type, amount, document());
    await lines.appropriate(code, year, fund, type, amount, document());
    return id;
  }

  async record(input: Partial<CommitmentInput>, as: PersonName = "recorder"): Promise<bigint> {
    await this.commitments(as).recordCommitment(commitmentInput(input));
    return this.on.commitments.commitmentCount();
  }

  async commit(input: Partial<CommitmentInput>): Promise<bigint> {
    const id = await this.record(input);
    await this.commitments("approver1").activateCommitment(id);
    return id;
  }

  /** Submits a milestone and accepts `amount` of it. */
  async deliver(milestone: bigint, amount: bigint): Promise<void> {
    await this.commitments("recorder").submitMilestone(milestone, document());
    await this.commitments("acceptor").acceptMilestone(milestone, amount, document());
  }

  async request(commitment: bigint, line: bigint, milestone: bigint, amount: bigint): Promise<bigint> {
    await this.disbursements("recorder").requestDisbursement(commitment, line, milestone, amount, document());
    return this.on.disbursements.disbursementCount();
  }

  async approve(disbursement: bigint): Promise<void> {
    await this.disbursements("approver1").approveFirst(disbursement);
    await this.disbursements("approver2").approveSecond(disbursement);
  }

  async pay(commitment: bigint, line: bigint, milestone: bigint, amount: bigint): Promise<bigint> {
    const id = await this.request(commitment, line, milestone, amount);
    await this.approve(id);
    await this.disbursements("treasury").pay(id, document());
    return id;
  }

  /** The line's counters as an object. */
  async counters(line: bigint): Promise<Record<string, bigint>> {
    const { counters } = await this.on.lines.line(line);
    return (counters as unknown as Result).toObject() as Record<string, bigint>;
  }
}

/** A purchase order over one line, unless `input` says more. */
export function commitmentInput(input: Partial<CommitmentInput>): CommitmentInput {
  const value = input.value ?? 1_000n;
  return {
    code: ZeroHash,
    kind: 0,
    contractNumber: encodeBytes32String("PO-1"),
    supplier: SUPPLIER,
    value,
    advanceCap: 0n,
    obligationId: 0n,
    award: document("award"),
    allocations: [],
    milestones: [{ amount: value, dueAt: YEAR_END }],
    ...input,
  };
}

/** The next block is mined at this Unix second. */
export const goTo = (seconds: number) => networkHelpers.time.setNextBlockTimestamp(seconds);

/** A commitment of 1,000 over line 1 (allotted 10,000) with two milestones of 600 and 400; year 2569 is planned. */
export async function spending() {
  const office = new Office(await ledger());
  await office.plan();
  await office.open();
  await office.plan(YEAR + 1);
  const code = await office.active();
  const line = await office.line(code, 20_000n);
  await office.lines("budget").allot(line, 10_000n);
  const input = {
    code,
    advanceCap: 150n,
    allocations: [{ lineId: line, amount: 1_000n }],
    milestones: [
      { amount: 600n, dueAt: YEAR_START + 30 * 86_400 },
      { amount: 400n, dueAt: YEAR_START + 60 * 86_400 },
    ],
  };
  const commitment = await office.commit(input);
  return { office, ...office.on, code, line, commitment, input };
}
