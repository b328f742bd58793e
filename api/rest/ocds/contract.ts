import type { NativeCommitment, NativeDisbursement, NativeMilestone } from "./native-query.ts";
import { baht, distinct, documentOf, filled, supplierId } from "./parts.ts";

/** What the contract's parts are told with. */
export interface Told {
  readonly origin: string;
  readonly buyer: { readonly id: string; readonly name: string };
}

/** Ledger's word → closed codelists contractStatus and awardStatus. */
const contractStatus: Readonly<Record<string, string>> = {
  PENDING: "pending",
  ACTIVE: "active",
  COMPLETE: "terminated",
  TERMINATED: "terminated",
  CANCELLED: "cancelled",
};
const awardStatus = (state: string) =>
  state === "PENDING" ? "pending" : state === "CANCELLED" ? "cancelled" : "active";

const milestoneStatus: Readonly<Record<string, string>> = {
  SCHEDULED: "scheduled",
  SUBMITTED: "scheduled",
  ACCEPTED: "met",
  PARTIAL: "partiallyMet",
  REJECTED: "notMet",
};

const KINDS: Readonly<Record<string, string>> = { PURCHASE_ORDER: "ใบสั่งซื้อ", CONTRACT: "สัญญา" };

export const awardId = ({ commitmentId }: NativeCommitment): string => `award-${commitmentId}`;

export function awardOf(commitment: NativeCommitment, { origin }: Told) {
  const { award, supplier, originalValue, recordedAt, state } = commitment;
  return {
    id: awardId(commitment),
    title: `${KINDS[commitment.kind]} ${commitment.contractNumber}`,
    status: awardStatus(state),
    date: award?.date ?? recordedAt,
    value: baht(originalValue),
    ...filled("suppliers", supplier ? [{ id: supplierId(supplier) }] : []),
    ...filled("documents", award ? [documentOf(award, "awardNotice", "ประกาศผลผู้ชนะ", origin)] : []),
  };
}

function milestone(one: NativeMilestone) {
  const late = one.overdue && one.state !== "ACCEPTED" && one.state !== "PARTIAL";
  return {
    id: one.milestoneId,
    title: `งวดงานที่ ${one.milestoneId}`,
    type: "delivery",
    dueDate: one.dueAt,
    ...(one.acceptedAt && { dateMet: one.acceptedAt }),
    status: late ? "notMet" : milestoneStatus[one.state]!,
    description: `${one.accepted} / ${one.amount} satang`,
  };
}

/** A payment, and what came back of it, each as money that moved once. */
function transactions(one: NativeDisbursement, commitment: NativeCommitment, { origin, buyer }: Told) {
  if (one.paidAt === null) return [];
  const payee = commitment.supplier ? { id: supplierId(commitment.supplier) } : undefined;
  const source = (hash: string) => `${origin}/v1/transactions/${hash}`;
  return [
    {
      id: one.disbursementId,
      source: source(one.provenance.txHash),
      date: one.paidAt,
      value: baht(one.amount),
      payer: buyer,
      ...(payee && { payee }),
    },
    ...one.returns.map(({ amount, provenance }) => ({
      id: `${one.disbursementId}-return-${provenance.txHash}-${provenance.logIndex}`,
      source: source(provenance.txHash),
      date: provenance.timestamp,
      value: baht(amount),
      ...(payee && { payer: payee }),
      payee: buyer,
    })),
  ];
}

export function contractOf(commitment: NativeCommitment, told: Told) {
  const { origin } = told;
  const milestones = commitment.milestones.nodes.filter(({ state }) => state !== "REMOVED");
  const payments = commitment.disbursements.nodes;
  const progress = distinct(
    milestones.flatMap(({ evidence, state }) =>
      evidence
        ? [
            documentOf(
              evidence,
              state === "ACCEPTED" ? "completionCertificate" : "physicalProgressReport",
              "หลักฐานการส่งมอบหรือตรวจรับ",
              origin,
            ),
          ]
        : [],
    ),
  );
  return {
    id: commitment.commitmentId,
    awardID: awardId(commitment),
    title: `${KINDS[commitment.kind]} ${commitment.contractNumber}`,
    status: contractStatus[commitment.state]!,
    value: baht(commitment.value),
    dateSigned: commitment.award?.date ?? commitment.recordedAt,
    ...filled("milestones", milestones.map(milestone)),
    ...filled(
      "amendments",
      commitment.amendments.map((one) => ({
        id: String(one.ordinal),
        date: one.provenance.timestamp,
        description: `value ${one.previousValue} → ${one.value} satang`,
        ...(one.evidence && { rationale: `${origin}${one.evidence.path}` }),
      })),
    ),
    implementation: {
      ...filled(
        "transactions",
        payments.flatMap((one) => transactions(one, commitment, told)),
      ),
      ...filled("documents", progress),
    },
  };
}
