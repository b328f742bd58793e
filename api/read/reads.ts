import type {
  ActionFilter,
  ActionOrderField,
  EventFilter,
  FlagOrder,
  NativeFilter,
  Order,
  ProjectFilter,
  ProjectOrderField,
  RedFlagFilter,
  ReportedFilter,
  ReportedOrderField,
  TotalsOrderField,
  WitnessFilter,
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
import type { Direction, NodeRow, Page, PageArgs } from "./rows/common.ts";
import type {
  ActionRow,
  ActionTypeRow,
  ActivityRow,
  AnchorRow,
  BrokenPromiseRow,
  ClosureRow,
  CosignatureRow,
  GatewayRow,
  PromiseRow,
  PromiseState,
  ServiceKeyRow,
  ServiceRow,
  WitnessRow,
} from "./rows/log.ts";
import type {
  ImportBatchRow,
  ImportNoteRow,
  QuarantineRow,
  RedFlagRow,
  ReportedContractRow,
  ReportedElsewhereRow,
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
import type { Asked } from "./sql/fields.ts";
import type { Sql } from "./sql/sql.ts";

type AsOf = number | null;
type Find<Row> = (key: string, asOf: AsOf) => Promise<Row | null>;
/** The same; fields that are not asked for are absent. */
type FindPart<Row> = (key: string, asOf: AsOf, asked?: Asked) => Promise<Row | null>;
type NativeList<Row> = (filter: NativeFilter, page: PageArgs, asOf: AsOf) => Promise<Page<Row>>;

export interface BudgetReads {
  project: FindPart<ProjectRow>;
  projects(
    filter: ProjectFilter,
    order: Order<ProjectOrderField>,
    page: PageArgs,
    asOf: AsOf,
    asked?: Asked,
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
  flags(
    filter: NativeFilter & { order?: FlagOrder | null },
    page: PageArgs,
    asOf: AsOf,
  ): Promise<Page<FlagRow>>;
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

export interface ServiceFilter {
  readonly query?: string | null;
  readonly agency?: readonly number[] | null;
  readonly open?: boolean | null;
}

export interface LogReads {
  service: Find<ServiceRow>;
  services(filter: ServiceFilter, page: PageArgs, asOf: AsOf): Promise<Page<ServiceRow>>;
  /** why the intake takes nothing for it now; null while it does, and where no intake shares the database */
  closure(service: ServiceRow): Promise<ClosureRow | null>;
  keys(service: ServiceRow): Promise<readonly ServiceKeyRow[]>;
  gateways(service: ServiceRow): Promise<readonly GatewayRow[]>;
  actionTypes(service: ServiceRow): Promise<readonly ActionTypeRow[]>;
  /** newest first; of every service, or of these */
  anchors(services: readonly string[] | null, page: PageArgs, asOf: AsOf): Promise<Page<AnchorRow>>;
  /** the anchor with which an entry was taken */
  anchorOf(action: ActionRow): Promise<AnchorRow>;
  /** by `service:index`; an entry that is anchored but cannot be shown is an error: ACTION_UNREAD, ACTION_CONTRADICTED, ACTION_LOST */
  action: Find<ActionRow>;
  /** the same, null instead of that error */
  actionIfShown: Find<ActionRow>;
  actions(
    filter: ActionFilter,
    order: Order<ActionOrderField>,
    page: PageArgs,
    asOf: AsOf,
  ): Promise<Page<ActionRow> & { readonly unread: () => Promise<number> }>;
  /** entries from an index on in the log's order, without a hole; for subscriptions */
  actionsFrom(service: string, index: number, limit: number): Promise<readonly ActionRow[]>;
  /** for exports: the statement that gives the entries' exact bytes in the log's order, one text a row */
  recordTexts(service: ServiceRow): Sql;
  /** index of the first entry that the mirror does not have: the log's size when it has all */
  firstMissing(service: ServiceRow): Promise<number>;
  /** the newest entry that says it replaces this one */
  supersededBy(action: ActionRow): Promise<ActionRow | null>;
  /** the entry that says its private payload was erased */
  erasedBy(action: ActionRow): Promise<ActionRow | null>;
  /** anchored entries whose bundle is not read, or does not fit */
  unread(service: ServiceRow): Promise<readonly AnchorRow[]>;
  /** days of Bangkok from 1 January 1970, both included; oldest first */
  activity(service: ServiceRow, from: number, to: number): Promise<readonly ActivityRow[]>;
  /** the newest thousand */
  cosignatures(service: ServiceRow): Promise<readonly CosignatureRow[]>;
  brokenPromises(service: ServiceRow): Promise<readonly BrokenPromiseRow[]>;
  /**
   * In the order of their entries; broken ones by the chain, all others by the word of the intake. `time`: of the block
   * that is answered as of, Unix seconds.
   */
  promises(
    service: ServiceRow,
    state: PromiseState,
    time: number,
    direction: Direction,
    page: PageArgs,
  ): Promise<Page<PromiseRow>>;
  /** by service, then agency; each up to the largest size it cosigned */
  witnesses(filter: WitnessFilter, page: PageArgs, asOf: AsOf): Promise<Page<WitnessRow>>;
}

export interface AccessReads {
  agency: Find<AgencyRow>;
  /**
   * The agency that a row names; the ledger records nothing of an agency that is not enrolled.
   * @throws ProngsaiError MIRROR_INCOMPLETE when the mirror has lost it
   */
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
  /** the same number in other data sets that nobody replaced, newest first */
  elsewhere(row: ReportedProjectRow): Promise<readonly ReportedElsewhereRow[]>;
  contracts(reportedId: string): Promise<readonly ReportedContractRow[]>;
  notes(reportedId: string): Promise<readonly ImportNoteRow[]>;
  reportedProject: FindPart<ReportedProjectRow>;
  reportedProjects(
    filter: ReportedFilter,
    order: Order<ReportedOrderField>,
    page: PageArgs,
    asOf: AsOf,
    asked?: Asked,
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
