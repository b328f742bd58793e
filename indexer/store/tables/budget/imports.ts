import { bool, bytes, int4, int8, json, money, optional, text, time } from "../../schema/columns.ts";
import { table } from "../../schema/table.ts";

/** What the chain says of a batch. Source: struct BatchInput in IImportAnchor.sol. */
export const importBatch = table({
  name: "import_batch",
  kind: "versioned",
  key: ["batch_id"],
  columns: {
    batch_id: int8,
    format: text,
    officer: bytes,
    source_url_hash: bytes,
    source_sha256: bytes,
    file_sha256: bytes,
    file_cid: bytes,
    source_cid: bytes,
    row_count: int8,
    quarantined: int8,
    merkle_root: bytes,
    retrieved_at: time,
    licence: text,
    parser_version: text,
    /** batch that replaced it in totals */
    superseded_by: optional(int8),
    anchored_at: time,
  },
});

/**
 * What became of reading the anchored file. `state`: `pending`, `complete` (rows are there, root and counts equal the
 * anchor), `unavailable` (document unavailable; tried again), `contradicted` (the file was read but does not give the
 * anchored root or counts: no rows are shown). `error` is the code of the reason.
 */
export const importReading = table({
  name: "import_reading",
  kind: "plain",
  key: ["batch_id"],
  columns: {
    batch_id: int8,
    state: text,
    error: optional(text),
    rows_read: optional(int8),
    imported: optional(int8),
    quarantined: optional(int8),
    projects: optional(int8),
    contracts: optional(int8),
    suppliers_withheld: optional(int8),
    /** root over the rows as read */
    merkle_root: optional(bytes),
    /** `{reason: count}` */
    quarantine_reasons: optional(json),
    /** `{code: count}` */
    flags: optional(json),
    /** `{known, unknown}` headers */
    columns: optional(json),
    packages: optional(json),
    /** SOURCE.json as published beside the file, null while unavailable */
    source: optional(json),
  },
});

/**
 * A project as a batch reports it: the fold of its rows. `reported_id` = batch_id · 2^32 + `line` of its first row, stable
 * for chain and documents. `current`: its batch is not superseded and no later one reports the same key.
 */
export const reportedProject = table({
  name: "reported_project",
  kind: "plain",
  key: ["reported_id"],
  columns: {
    reported_id: int8,
    batch_id: int8,
    scheme: text,
    value: text,
    line: int8,
    current: bool,
    title: optional(text),
    type: optional(text),
    agency: optional(text),
    agency_code: optional(text),
    sub_agency: optional(text),
    method: optional(text),
    method_group: optional(text),
    /** `YYYY-MM-DD` */
    announced_on: optional(text),
    transaction_on: optional(text),
    budget: optional(money),
    reference: optional(money),
    /** sum of the contracts' agreed prices */
    agreed: optional(money),
    contracts: int4,
    fiscal_year: optional(int4),
    province: optional(text),
    district: optional(text),
    subdistrict: optional(text),
    status: optional(text),
    extra: json,
  },
  indexes: [
    ["scheme", "value", "batch_id"],
    ["batch_id", "line"],
    { on: ["title public.gin_trgm_ops"], using: "gin" },
    ["agency", "reported_id"],
    ["province", "reported_id"],
    ["method", "reported_id"],
    ["fiscal_year", "reported_id"],
    ["budget", "reported_id"],
    { on: ["agreed", "reported_id"], where: "agreed IS NOT NULL" },
    { on: ["reported_id"], where: "current" },
  ],
});

/** `line`: line (e-GP) or release (OCDS) that the contract stands in; `position`: its place in there, from 0. */
export const reportedContract = table({
  name: "reported_contract",
  kind: "plain",
  key: ["batch_id", "line", "position"],
  columns: {
    batch_id: int8,
    line: int8,
    position: int4,
    reported_id: int8,
    number: optional(text),
    agreed: optional(money),
    signed_on: optional(text),
    ends_on: optional(text),
    status: optional(text),
    /** `[{name, taxId}]`, juristic persons only */
    suppliers: json,
    suppliers_withheld: int4,
  },
  indexes: [["reported_id"], { on: ["number"], where: "number IS NOT NULL" }],
});

/** Contradictions in the source and notes on how it was read, row by row. */
export const reportedFlag = table({
  name: "reported_flag",
  kind: "plain",
  key: ["batch_id", "line", "position"],
  columns: {
    batch_id: int8,
    line: int8,
    position: int4,
    reported_id: int8,
    code: text,
    inputs: json,
  },
  indexes: [["reported_id"], ["code", "reported_id"]],
});

/** Every row of the file in its order: the leaves of the anchored Merkle tree. `ordinal` from 0. */
export const reportedRow = table({
  name: "reported_row",
  kind: "plain",
  key: ["batch_id", "ordinal"],
  columns: {
    batch_id: int8,
    ordinal: int8,
    line: int8,
    /** null for a quarantined row */
    reported_id: optional(int8),
    leaf: bytes,
  },
  indexes: [["reported_id"]],
});

export const quarantinedRow = table({
  name: "quarantined_row",
  kind: "plain",
  key: ["batch_id", "ordinal"],
  columns: {
    batch_id: int8,
    ordinal: int8,
    line: int8,
    reason: text,
    column_name: optional(text),
    value: optional(text),
    leaf: bytes,
  },
  indexes: [["batch_id", "line"], ["reason"]],
});
