/** One project as its agency lives it: each method is one signed step of the agency's people. */
import { encodeBytes32String, ZeroHash } from "ethers";
import { cast, type DemoAgency } from "./cast.ts";
import { brief, noPaper, paper } from "./papers.ts";
import type { Play } from "./play.ts";
import type { Emitted } from "./stage.ts";

type Staff = (typeof cast)["town"];

export interface About {
  th: string;
  en: string;
  purposeTh: string;
  purposeEn: string;
  district?: string;
}

/** Expense types of the Thai budget, numbered as the contract numbers them. */
export const expense = { personnel: 1, operations: 2, investment: 3, subsidy: 4, other: 5 } as const;
export const fund = { annual: encodeBytes32String("ANNUAL"), own: encodeBytes32String("LOCAL-REVENUE") };
export const kind = { purchaseOrder: 0, contract: 1 } as const;

const one = (events: Emitted, name: string) => {
  const found = events[name]?.[0];
  if (!found) throw new Error(`demonstration: ${name} was not emitted`);
  return found;
};

export class Spending {
  code = ZeroHash;
  readonly play: Play;
  readonly agency: DemoAgency;
  readonly staff: Staff;

  constructor(play: Play, agency: DemoAgency, staff: Staff) {
    this.play = play;
    this.agency = agency;
    this.staff = staff;
  }

  get stage() {
    return this.play.stage;
  }

  evidence(date: string, th: string, en: string) {
    return paper(this.play.documents, date, th, en);
  }

  async draft(
    time: number,
    date: string,
    year: number,
    about: About,
    references: [string, string][] = [],
  ): Promise<void> {
    const document = await brief(this.play.documents, date, { ...about, province: this.agency.province });
    const refs = references.map(([scheme, value]) => ({ scheme: encodeBytes32String(scheme), value }));
    const args = [this.agency.code, year, document, refs];
    this.code = one(
      await this.stage.call(this.staff.recorder, time, "BudgetProjects", "draftProject", args),
      "ProjectDrafted",
    ).code;
  }

  async register(time: number): Promise<void> {
    await this.stage.call(this.staff.approver1, time, "BudgetProjects", "registerProject", [this.code]);
  }

  async activate(time: number): Promise<void> {
    await this.stage.call(this.staff.budget, time, "BudgetProjects", "activateProject", [this.code]);
  }

  async appropriate(
    time: number,
    date: string,
    year: number,
    source: string,
    type: number,
    amount: bigint,
  ): Promise<bigint> {
    const act = await this.evidence(
      date,
      "บัญชีจัดสรรตามพระราชบัญญัติงบประมาณ",
      "Schedule of the appropriations act",
    );
    const args = [this.code, year, source, type, amount, act];
    const events = await this.stage.call(cast.bureau.authority, time, "BudgetLines", "appropriate", args);
    return one(events, "LineAppropriated").lineId;
  }

  async allot(time: number, line: bigint, amount: bigint): Promise<void> {
    await this.stage.call(this.staff.budget, time, "BudgetLines", "allot", [line, amount]);
  }

  /** Records and activates a commitment; resolves to its id and those of its milestones. */
  async commit(
    time: number,
    date: string,
    input: {
      kind: number;
      number: string;
      supplier?: string;
      value: bigint;
      advanceCap?: bigint;
      obligation?: bigint;
      allocations: [line: bigint, amount: bigint][];
      milestones: [amount: bigint, dueAt: string][];
      titleTh: string;
      titleEn: string;
    },
  ): Promise<{ id: bigint; milestones: bigint[] }> {
    const award = await this.evidence(date, input.titleTh, input.titleEn);
    const events = await this.stage.call(this.staff.recorder, time, "BudgetCommitments", "recordCommitment", [
      {
        code: this.code,
        kind: input.kind,
        contractNumber: encodeBytes32String(input.number),
        supplier: input.supplier ? encodeBytes32String(input.supplier) : ZeroHash,
        value: input.value,
        advanceCap: input.advanceCap ?? 0n,
        obligationId: input.obligation ?? 0n,
        award,
        allocations: input.allocations.map(([lineId, amount]) => ({ lineId, amount })),
        milestones: input.milestones.map(([amount, due]) => ({
          amount,
          dueAt: Date.parse(`${due}T23:59:59+07:00`) / 1000,
        })),
      },
    ]);
    const id: bigint = one(events, "CommitmentRecorded").commitmentId;
    const milestones = (events.MilestoneScheduled ?? []).map((event): bigint => event.milestoneId);
    await this.stage.call(this.staff.approver1, time, "BudgetCommitments", "activateCommitment", [id]);
    return { id, milestones };
  }

  async submit(time: number, date: string, milestone: bigint): Promise<void> {
    const note = await this.evidence(date, "หนังสือส่งมอบงาน", "Delivery note");
    await this.stage.call(this.staff.recorder, time, "BudgetCommitments", "submitMilestone", [
      milestone,
      note,
    ]);
  }

  async accept(time: number, date: string, milestone: bigint, amount: bigint): Promise<void> {
    const record = await this.evidence(date, "ใบตรวจรับพัสดุ", "Acceptance record");
    await this.stage.call(this.staff.acceptor, time, "BudgetCommitments", "acceptMilestone", [
      milestone,
      amount,
      record,
    ]);
  }

  async turnDown(time: number, date: string, milestone: bigint, th: string, en: string): Promise<void> {
    const record = await this.evidence(date, th, en);
    await this.stage.call(this.staff.acceptor, time, "BudgetCommitments", "rejectMilestone", [
      milestone,
      record,
    ]);
  }

  /** Requests a payment; `milestone` 0 is an advance. */
  async request(
    time: number,
    date: string,
    commitment: bigint,
    line: bigint,
    milestone: bigint,
    amount: bigint,
  ): Promise<bigint> {
    const invoice = await this.evidence(date, "ใบแจ้งหนี้", "Invoice");
    const args = [commitment, line, milestone, amount, invoice];
    const events = await this.stage.call(
      this.staff.recorder,
      time,
      "BudgetDisbursements",
      "requestDisbursement",
      args,
    );
    return one(events, "DisbursementRequested").disbursementId;
  }

  async approve(time: number, disbursement: bigint): Promise<void> {
    await this.stage.call(this.staff.approver1, time, "BudgetDisbursements", "approveFirst", [disbursement]);
    await this.stage.call(this.staff.approver2, time, "BudgetDisbursements", "approveSecond", [disbursement]);
  }

  async payOut(time: number, date: string, disbursement: bigint): Promise<void> {
    const order = await this.evidence(date, "หลักฐานการโอนเงิน", "Transfer record");
    await this.stage.call(this.staff.treasury, time, "BudgetDisbursements", "pay", [disbursement, order]);
  }

  /** Requests, approves twice and pays on one day. */
  async pay(
    time: number,
    date: string,
    commitment: bigint,
    line: bigint,
    milestone: bigint,
    amount: bigint,
  ): Promise<bigint> {
    const disbursement = await this.request(time, date, commitment, line, milestone, amount);
    await this.approve(time, disbursement);
    await this.payOut(time, date, disbursement);
    return disbursement;
  }

  async completeCommitment(time: number, date: string, commitment: bigint): Promise<void> {
    const record = await this.evidence(date, "บันทึกสิ้นสุดสัญญา", "Record of completion");
    await this.stage.call(this.staff.approver1, time, "BudgetCommitments", "completeCommitment", [
      commitment,
      record,
    ]);
  }

  async closeLine(time: number, line: bigint): Promise<void> {
    await this.stage.call(this.staff.budget, time, "BudgetLines", "closeLine", [line]);
  }

  async completeProject(time: number, date: string): Promise<void> {
    const record = await this.evidence(date, "รายงานผลการดำเนินโครงการ", "Project completion report");
    await this.stage.call(this.staff.budget, time, "BudgetProjects", "completeProject", [this.code, record]);
  }

  async audit(time: number, date: string): Promise<void> {
    const report = await this.evidence(date, "รายงานการตรวจสอบ", "Audit report");
    await this.stage.call(cast.audit.auditor, time, "BudgetProjects", "auditProject", [this.code, report]);
  }

  /** Sends a call that the ledger must refuse. */
  refused(
    actor: Parameters<Play["stage"]["refused"]>[0],
    time: number,
    contract: string,
    method: string,
    args: unknown[],
  ) {
    return this.stage.refused(actor, time, contract, method, args);
  }

  readonly noPaper = noPaper;
}
