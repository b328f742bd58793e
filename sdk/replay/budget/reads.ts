import type { LedgerState } from "../state.ts";
import { readsOf } from "../read.ts";
import type { ExpectedRead } from "../read.ts";

const projects = readsOf("BudgetProjects");
const lines = readsOf("BudgetLines");
const commitments = readsOf("BudgetCommitments");
const disbursements = readsOf("BudgetDisbursements");
const flags = readsOf("BudgetFlags");

const EXPENSE_TYPES = [1n, 2n, 3n, 4n, 5n];

function* projectReads(state: LedgerState): Generator<ExpectedRead> {
  for (const [code, project] of state.projects) {
    const entity = `project ${code}`;
    const { authors, references, committed, ...fields } = project;
    yield projects(entity, "project", [code], fields);
    for (const tag of authors) yield projects(entity, "isAuthor", [code, tag], true);
    for (const { scheme, value } of references)
      yield projects(entity, "hasReference", [code, scheme, value], true);
    yield lines(entity, "committedOf", [code], committed);
  }
  for (const [key, last] of state.sequences) {
    const [agency, year] = key.split("/").map(BigInt) as [bigint, bigint];
    yield projects(`sequence of agency ${agency} in ${year}`, "lastSequence", [agency, year], last);
  }
}

function* lineReads(state: LedgerState): Generator<ExpectedRead> {
  for (const [year, { byType, byAgency, ...fields }] of state.years) {
    const entity = `year ${year}`;
    yield lines(entity, "fiscalYear", [year], fields);
    for (const type of EXPENSE_TYPES)
      yield lines(entity, "approvedByType", [year, type], byType.get(type) ?? 0n);
    for (const [agency, sum] of byAgency) yield lines(entity, "approvedByAgency", [year, agency], sum);
  }
  for (const [id, line] of state.lines) {
    const { code, year, fundSource, expenseType, carriedFrom } = line;
    yield lines(`line ${id}`, "line", [id], { ...line });
    yield lines(`line ${id}`, "lineOf", [code, year, fundSource, expenseType, carriedFrom], id);
  }
  yield lines("lines", "lineCount", [], BigInt(state.lines.size));
  yield lines("revisions", "revisionCount", [], state.revisions);
}

function* commitmentReads(state: LedgerState): Generator<ExpectedRead> {
  for (const [id, { code, total, schedule, pledged, bound }] of state.obligations) {
    const entity = `obligation ${id}`;
    yield commitments(entity, "obligation", [id], code, total, schedule);
    for (const { year } of schedule)
      yield commitments(entity, "obligationUse", [id, year], pledged, bound.get(year) ?? 0n);
  }
  for (const [id, { allocations, milestones, ...fields }] of state.commitments) {
    const entity = `commitment ${id}`;
    yield commitments(entity, "commitment", [id], fields);
    yield commitments(entity, "allocationLines", [id], [...allocations.keys()]);
    for (const [line, { amount, requested, paid }] of allocations)
      yield commitments(entity, "allocation", [id, line], amount, requested, paid);
    yield commitments(entity, "milestonesOf", [id], milestones);
  }
  for (const [id, { acceptors, ...fields }] of state.milestones) {
    yield commitments(`milestone ${id}`, "milestone", [id], fields);
    for (const tag of acceptors) yield commitments(`milestone ${id}`, "isAcceptor", [id, tag], true);
  }
  yield commitments("obligations", "obligationCount", [], BigInt(state.obligations.size));
  yield commitments("commitments", "commitmentCount", [], BigInt(state.commitments.size));
  yield commitments("milestones", "milestoneCount", [], BigInt(state.milestones.size));
}

function* paymentReads(state: LedgerState): Generator<ExpectedRead> {
  for (const [id, payment] of state.disbursements)
    yield disbursements(`disbursement ${id}`, "disbursement", [id], { ...payment });
  yield disbursements("disbursements", "disbursementCount", [], BigInt(state.disbursements.size));
}

function* flagReads(state: LedgerState): Generator<ExpectedRead> {
  for (const [id, flag] of state.flags) yield flags(`flag ${id}`, "flag", [id], { ...flag });
  for (const [signer, nonce] of state.nonces) yield flags(`signer ${signer}`, "nonceOf", [signer], nonce);
}

export function* budgetReads(state: LedgerState): Generator<ExpectedRead> {
  yield* projectReads(state);
  yield* lineReads(state);
  yield* commitmentReads(state);
  yield* paymentReads(state);
  yield* flagReads(state);
}
