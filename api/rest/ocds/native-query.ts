import { compileOperation } from "../operation/operation.ts";
import { withFragments } from "../routes/fragments.ts";
import type { Paper } from "./parts.ts";

const ALL = "first: 1000";
const CONTENT = `{ code agency { code nameTh nameEn province } fiscalYear state title { th en } description { th en }
  place references { scheme value } totals { approved current } brief { ...Paper } draftedAt
  lines(${ALL}) { nodes { lineId fiscalYear fundSource expenseType counters { approved current } } }
  commitments(${ALL}) { nodes { commitmentId kind state contractNumber supplier value originalValue recordedAt
    award { ...Paper }
    amendments { ordinal previousValue value evidence { ...Paper } provenance { timestamp } }
    milestones(${ALL}) { nodes { milestoneId state overdue amount accepted dueAt acceptedAt evidence { ...Paper } } }
    disbursements(${ALL}) { nodes { disbursementId state amount paidAt evidence { ...Paper }
      provenance { txHash } returns { amount provenance { timestamp txHash logIndex } } } } } }
  events(first: 100) { nodes { name provenance { block timestamp } } } }`;

export const nativeProject = compileOperation(
  withFragments(
    `query ($code: String!, $asOfBlock: Int) { result: project(code: $code, asOfBlock: $asOfBlock) ${CONTENT} }`,
  ),
  "/ocds/releases/{project}",
);

export const nativeProjects = compileOperation(
  withFragments(`query ($query: String, $limit: Int = 20, $after: String, $asOfBlock: Int) {
    result: projects(filter: { query: $query }, first: $limit, after: $after, asOfBlock: $asOfBlock) {
      nodes ${CONTENT} pageInfo { hasNextPage endCursor } } }`),
  "/ocds/releases",
);

/** Everything that ever happened to a project, for the list of its releases. */
export const nativeEvents = compileOperation(
  `query ($code: String!, $after: String, $asOfBlock: Int) {
    result: project(code: $code, asOfBlock: $asOfBlock) { events(first: 1000, after: $after) {
      nodes { name provenance { block timestamp } } pageInfo { hasNextPage endCursor } } } }`,
  "/ocds/records/{project}",
);

interface Text {
  readonly th: string;
  readonly en: string;
}

interface List<T> {
  readonly nodes: readonly T[];
}

export interface NativeEvent {
  readonly name: string;
  readonly provenance: { readonly block: number; readonly timestamp: string };
}

export interface NativeMilestone {
  readonly milestoneId: string;
  readonly state: string;
  readonly overdue: boolean;
  readonly amount: string;
  readonly accepted: string;
  readonly dueAt: string;
  readonly acceptedAt: string | null;
  readonly evidence: Paper | null;
}

export interface NativeDisbursement {
  readonly disbursementId: string;
  readonly state: string;
  readonly amount: string;
  readonly paidAt: string | null;
  readonly evidence: Paper | null;
  readonly provenance: { readonly txHash: string };
  readonly returns: readonly {
    readonly amount: string;
    readonly provenance: { readonly timestamp: string; readonly txHash: string; readonly logIndex: number };
  }[];
}

export interface NativeCommitment {
  readonly commitmentId: string;
  readonly kind: string;
  readonly state: string;
  readonly contractNumber: string;
  readonly supplier: string | null;
  readonly value: string;
  readonly originalValue: string;
  readonly recordedAt: string;
  readonly award: Paper | null;
  readonly amendments: readonly {
    readonly ordinal: number;
    readonly previousValue: string;
    readonly value: string;
    readonly evidence: Paper | null;
    readonly provenance: { readonly timestamp: string };
  }[];
  readonly milestones: List<NativeMilestone>;
  readonly disbursements: List<NativeDisbursement>;
}

export interface NativeProject {
  readonly code: string;
  readonly agency: {
    readonly code: number;
    readonly nameTh: string;
    readonly nameEn: string;
    readonly province: number;
  };
  readonly fiscalYear: number;
  readonly state: string;
  readonly title: Text | null;
  readonly description: Text | null;
  readonly place: string | null;
  readonly references: readonly { readonly scheme: string; readonly value: string }[];
  readonly totals: { readonly approved: string; readonly current: string };
  readonly brief: Paper | null;
  readonly draftedAt: string;
  readonly lines: List<{
    readonly lineId: string;
    readonly fiscalYear: number;
    readonly fundSource: string;
    readonly expenseType: string;
    readonly counters: { readonly approved: string; readonly current: string };
  }>;
  readonly commitments: List<NativeCommitment>;
  readonly events: List<NativeEvent>;
}
