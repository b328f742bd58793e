/** Where a fact stands on the chain; the event's name and contract are looked up only when asked for. */
export interface Provenance {
  readonly block: number;
  readonly txHash: string;
  readonly logIndex: number;
  /** Unix seconds of the block */
  readonly timestamp: number;
}

/** What a node is; with its key it is found again. */
export type NodeKind =
  | "agency"
  | "officer"
  | "deployment"
  | "fiscalYear"
  | "project"
  | "line"
  | "revision"
  | "obligation"
  | "commitment"
  | "milestone"
  | "disbursement"
  | "carryForward"
  | "flag"
  | "importBatch"
  | "reportedProject"
  | "service"
  | "logAnchor"
  | "action";

/** Every node: what it is, the block it is told as of (null: the newest), and the event that last changed it. */
export interface NodeRow {
  readonly kind: NodeKind;
  readonly key: string;
  readonly asOf: number | null;
  readonly provenance: Provenance;
}

/** A public document: CID in base32, SHA-256 (null when none), Unix second of its date (null when none). */
export interface DocumentRow {
  readonly cid: string;
  readonly sha256: string;
  readonly date: number | null;
}

export interface LocalizedText {
  readonly th: string;
  readonly en: string;
}

/** One page of a list in a total order; `cursor` stands for the place right after its row. */
export interface Page<Row> {
  readonly rows: readonly { readonly row: Row; readonly cursor: string }[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** How many rows the whole list has; computed only when asked for. */
  count(): Promise<number>;
}

export interface PageArgs {
  readonly first: number;
  readonly after: string | null;
}

export type Direction = "ASC" | "DESC";
