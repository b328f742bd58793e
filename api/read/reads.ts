import type {
  EventFilter,
  NativeFilter,
  Order,
  ProjectFilter,
  ProjectOrderField,
  RedFlagFilter,
  ReportedFilter,
  ReportedOrderField,
  TotalsOrderField,
} from "./filters.ts";
import type { AgencyRow, DeploymentRow, OfficerRow } from "./rows/access.ts";
import type {
  AllocationRow,
  AmendmentRow,
  CarryForwardRow,
  CommitmentRow,
  CountersRow,
  DisbursementRow,
  EvidenceRow,
  FiscalYearRow,
  FlagRow,
  LineRow,
  MilestoneRow,
  ObligationRow,
  ProjectRow,
  ReturnRow,
  RevisionMoveRow,
  RevisionRow,
  TotalsGrouping,
  TotalsResult,
} from "./rows/budget.ts";
import type { NodeRow, Page, PageArgs } from "./rows/common.ts";
import type {
  ImportBatchRow,
  ImportNoteRow,
  QuarantineRow,
  RedFlagRow,
  ReportedContractRow,
  ReportedProjectRow,
} from "./rows/imports.ts";
import type {
  BlockRow,
  EventRow,
  JournalRow,
  MetaRow,
  RefusalRow,
  SearchHitRow,
  TransactionRow,
} from "./rows/ledger.ts";
import type { open } from "./registers.generated.ts";
import type { Sql } from "./sql/sql.ts";

type AsOf = number | null;
type Find<Row> = (key: string, asOf: AsOf) => Promise<Row | null>;
type NativeList<Row> = (filter: NativeFilter, page: PageArgs, asOf: AsOf) => Promise<Page<Row>>;

export interface BudgetReads {
  project: Find<ProjectRow>;
  projects(
    filter: ProjectFilter,
    order: Order<ProjectOrderField>,
    page: PageArgs,
    asOf: AsOf,
  ): Promise<Page<ProjectRow>>;
  fiscalYear: Find<FiscalYearRow>;
  fiscalYears(asOf: AsOf): Promise<readonly FiscalYearRow[]>;
  yearTotals(year: FiscalYearRow): Promise<CountersRow>;
  agencyTotals(agency: AgencyRow, fiscalYear: number | null): Promise<CountersRow>;
  line: Find<LineRow>;
  lines: NativeList<LineRow>;
  commitment: Find<CommitmentRow>;
  commitments: NativeList<CommitmentRow>;
  allocations(commitmentId: string, asOf: AsOf): Promise<readonly AllocationRow[]>;
  milestone: Find<MilestoneRow>;
  milestones: NativeList<MilestoneRow>;
  disbursement: Find<DisbursementRow>;
  disbursements: NativeList<DisbursementRow>;
  revision: Find<RevisionRow>;
  revisions: NativeList<RevisionRow>;
  revisionMoves(revisionId: string): Promise<readonly RevisionMoveRow[]>;
  obligation: Find<ObligationRow>;
  obligations: NativeList<ObligationRow>;
  carryForward: Find<CarryForwardRow>;
  carryForwards: NativeList<CarryForwardRow>;
  amendments(commitmentId: string, asOf: AsOf): Promise<readonly AmendmentRow[]>;
  returns(disbursementId: string, asOf: AsOf): Promise<readonly ReturnRow[]>;
  /** every document that an event of the project names, newest first */
  evidence(code: string, page: PageArgs, asOf: AsOf): Promise<Page<EvidenceRow>>;
  flag: Find<FlagRow>;
  flags: NativeList<FlagRow>;
  totals(
    groupBy: TotalsGrouping | null,
    filter: ReportedFilter & {
      expenseType?: readonly number[] | null;
      agencyCode?: readonly number[] | null;
    },
    order: Order<TotalsOrderField>,
    page: PageArgs,
    asOf: AsOf,
  ): Promise<TotalsResult>;
}

export interface AccessReads {
  agency: Find<AgencyRow>;
  /** the agency that a row names; every agency in a fact is enrolled */
  agencyOf(row: { agency: number; asOf: AsOf }): Promise<AgencyRow>;
  agencies(query: string | null, page: PageArgs, asOf: AsOf): Promise<Page<AgencyRow>>;
  officer: Find<OfficerRow>;
  officers(agency: number | null, page: PageArgs, asOf: AsOf): Promise<Page<OfficerRow>>;
  deployments(asOf: AsOf): Promise<readonly DeploymentRow[]>;
}

export interface ImportReads {
  batch: Find<ImportBatchRow>;
  batches(page: PageArgs, asOf: AsOf): Promise<Page<ImportBatchRow>>;
  quarantine(batchId: number, page: PageArgs): Promise<Page<QuarantineRow>>;
  contracts(reportedId: string): Promise<readonly ReportedContractRow[]>;
  notes(reportedId: string): Promise<readonly ImportNoteRow[]>;
  reportedProject: Find<ReportedProjectRow>;
  reportedProjects(
    filter: ReportedFilter,
    order: Order<ReportedOrderField>,
    page: PageArgs,
    asOf: AsOf,
  ): Promise<Page<ReportedProjectRow>>;
  /** for exports: the statement that gives the same list, one JSON text a row */
  reportedTexts(filter: ReportedFilter, order: Order<ReportedOrderField>, asOf: AsOf): Promise<Sql>;
}

export interface RedFlagReads {
  list(filter: RedFlagFilter, page: PageArgs, asOf: AsOf): Promise<Page<RedFlagRow>>;
  counts(): Promise<ReadonlyMap<string, number>>;
}

export interface LedgerReads {
  meta(): Promise<MetaRow>;
  /** what happened at a place on the chain */
  eventAt(place: {
    block: number;
    logIndex: number;
  }): Promise<{ name: string; contractName: string; address: string }>;
  block(number: number): Promise<BlockRow | null>;
  transaction(hash: string): Promise<TransactionRow | null>;
  /** newest first */
  events(filter: EventFilter, page: PageArgs, asOf: AsOf): Promise<Page<EventRow>>;
  /** oldest first, strictly after the cursor; for subscriptions */
  eventsAfter(cursor: string, filter: EventFilter, limit: number): Promise<readonly EventRow[]>;
  eventsOfTransaction(hash: string): Promise<readonly EventRow[]>;
  eventsOfBlock(number: number): Promise<readonly EventRow[]>;
  /** everything that happened to a node, newest first */
  history(node: NodeRow, page: PageArgs): Promise<Page<EventRow>>;
  journals(): Promise<readonly JournalRow[]>;
  refusal(txHash: string): Promise<RefusalRow | null>;
  refusals(page: PageArgs, asOf: AsOf): Promise<Page<RefusalRow>>;
  search(query: string, first: number): Promise<readonly SearchHitRow[]>;
}

/** What each register lets one read, by the register's name. */
export type RegisterReads = { readonly [Name in keyof typeof open]: ReturnType<(typeof open)[Name]> };

/** Everything that GraphQL and REST read, for one request. */
export interface Reads extends RegisterReads {
  readonly imports: ImportReads;
  readonly redFlags: RedFlagReads;
  readonly ledger: LedgerReads;
}
