/**
 * What an imported file means, whatever form it was published in. A reader turns bytes into a stream of `ImportRow`s in
 * the file's order; one row of the file gives exactly one `ReportedProject` or one `QuarantinedRow`, so
 * rows read = imported + quarantined, and the batch's Merkle root is taken over all of them.
 *
 * Everything here is free of natural persons' data: it may be stored, indexed, exported and anchored.
 */

/** The forms that are read. The same word stands in `ImportAnchor`'s `format`. */
export type ImportFormat = "egp" | "ocds";

/**
 * Version of the reading rules, one for each form; anchored with each batch. A change that could give another row, flag
 * or leaf for the same bytes needs a new version, and the old reader stays for the batches that name it. There is no
 * egp-1 and no ocds-1 any more: they left personal data standing, and no batch outside demonstrations named them.
 */
export const parserVersion: Readonly<Record<ImportFormat, string>> = { egp: "egp-2", ocds: "ocds-2" };

/** Whose numbering a project's key belongs to: the e-GP project number, or the OCDS ocid. */
export type ReportedScheme = "egp" | "ocid";

/** Stable key of a reported project. The same key in two rows (or two batches) means the same project. */
export interface ReportedKey {
  readonly scheme: ReportedScheme;
  readonly value: string;
}

/**
 * One row of the file in its normal form: the project's fields as this row states them and the contracts of this row.
 * Text is trimmed, absent or `-` is null, dates are `YYYY-MM-DD`, money is satang of Thai baht.
 *
 * Several rows may carry the same key. e-GP: each is one contract of the project, the project's fields are repeated; the
 * first row's fields stand (`repeat` is false there) and its budget counts once. OCDS: each is one release; by `release.date`
 * and then file order the later non-null field stands, contracts are the same when their `id` is.
 * `foldReported` in `merge.ts` does both.
 */
export interface ReportedProject {
  readonly kind: "reported";
  /** e-GP: number of the row's first line in the file, from 1, header included. OCDS: number of the release, from 1. */
  readonly line: number;
  readonly key: ReportedKey;
  /** An earlier row of the same file has the same key. */
  readonly repeat: boolean;
  /** The row's own number in the source (`ลำดับ`); identifies nothing. */
  readonly sequence: string | null;
  /** OCDS only: which release the row is. */
  readonly release: ReportedRelease | null;
  readonly title: string | null;
  /** `ชื่อประเภทโครงการ`; OCDS: `tender.mainProcurementCategory`. */
  readonly type: string | null;
  readonly agency: string | null;
  /** The agency's code where the source has one (OCDS `buyer.id`); e-GP files carry names only. */
  readonly agencyCode: string | null;
  readonly subAgency: string | null;
  /** `วิธีจัดซื้อฯ`; OCDS: `tender.procurementMethodDetails`. */
  readonly method: string | null;
  /** `กลุ่มวิธีจัดซื้อฯ`; OCDS: `tender.procurementMethod`. */
  readonly methodGroup: string | null;
  /** `วันที่ประกาศ`; OCDS: `tender.tenderPeriod.startDate`. */
  readonly announcedOn: string | null;
  /** `วันที่เกิดรายการ`; OCDS: the release's date. */
  readonly transactionOn: string | null;
  /** `งบประมาณ(บาท)`; OCDS: `planning.budget.amount`. */
  readonly budgetSatang: bigint | null;
  /** `ราคากลาง(บาท)`; OCDS: `tender.value`. */
  readonly referenceSatang: bigint | null;
  /** Buddhist-era fiscal year, e.g. 2568, as stated; never derived. */
  readonly fiscalYear: number | null;
  readonly province: string | null;
  readonly district: string | null;
  readonly subdistrict: string | null;
  /** `สถานะโครงการ`; OCDS: `tender.status`. */
  readonly status: string | null;
  readonly contracts: readonly ReportedContract[];
  /** Columns (e-GP) or top-level members outside OCDS 1.1 (as canonical JSON) that have no field here, by name. */
  readonly extra: Readonly<Record<string, string>>;
  /** Contradictions and notes, in a fixed order. Never a reason to reject. */
  readonly flags: readonly ImportFlag[];
  /** RFC 9162 leaf hash of the row: SHA-256(0x00 ‖ canonical JSON of `rowJson(row)`), 32 bytes. */
  readonly leaf: Uint8Array;
}

export interface ReportedRelease {
  readonly ocid: string;
  readonly id: string;
  /** ISO 8601 with time, as published. */
  readonly date: string | null;
  readonly tags: readonly string[];
}

/** A contract as reported. Each agreed price counts. */
export interface ReportedContract {
  /** `เลขที่สัญญา`; OCDS: `contracts[].id`, or `awards[].id` when an award has no contract. */
  readonly id: string | null;
  /** OCDS: the award it carries out; equal to `id` where an award has no contract yet. Null in e-GP. */
  readonly awardId: string | null;
  /** `ราคาตกลงซื้อ/จ้าง`; OCDS: `contracts[].value`, else its award's. */
  readonly agreedSatang: bigint | null;
  readonly signedOn: string | null;
  readonly endsOn: string | null;
  readonly status: string | null;
  /** Juristic persons only. */
  readonly suppliers: readonly ReportedSupplier[];
  /** How many suppliers the source names that are not shown: natural persons, and those of whom we are not sure. */
  readonly suppliersWithheld: number;
}

export interface ReportedSupplier {
  readonly name: string | null;
  /** Tax number of a juristic person (13 digits beginning with 0), or the OCDS identifier `scheme:id`. */
  readonly taxId: string | null;
}

/** A row that could not be read. What it held is not kept; the published source still has it at `line`. */
export interface QuarantinedRow {
  readonly kind: "quarantined";
  readonly line: number;
  readonly reason: QuarantineReason;
  /** Name of the offending column or member; null when the row as a whole is at fault. */
  readonly column: string | null;
  /** The offending value, when it is short and passes the personal-data check; else null. */
  readonly value: string | null;
  readonly leaf: Uint8Array;
}

export type ImportRow = ReportedProject | QuarantinedRow;

/** Why a row is set aside. Texts in Thai and English: `quarantineText` in `texts.ts`. */
export type QuarantineReason =
  | "COLUMN_COUNT"
  | "COLUMNS_SHIFTED"
  | "QUOTES_BROKEN"
  | "RECORD_TOO_LONG"
  | "UTF8_BROKEN"
  | "CODE_MISSING"
  | "CODE_UNREADABLE"
  | "NUMBER_UNREADABLE"
  | "NUMBER_TOO_PRECISE"
  | "NUMBER_NEGATIVE"
  | "DATE_UNREADABLE"
  | "FISCAL_YEAR_UNREADABLE"
  | "CONTRACT_TWICE"
  | "JSON_BROKEN"
  | "RELEASE_INCOMPLETE"
  | "RELEASE_TWICE"
  | "RELEASE_LINKED_ONLY";

/** A contradiction inside the source, or a note on how it was read. Texts: `flagText` in `texts.ts`. */
export type ImportFlagCode =
  | "AGREED_ABOVE_BUDGET"
  | "AGREED_ABOVE_REFERENCE"
  | "REFERENCE_ABOVE_BUDGET"
  | "DATE_OUTSIDE_FISCAL_YEAR"
  | "SIGNED_BEFORE_ANNOUNCED"
  | "CONTRACT_ENDS_BEFORE_SIGNED"
  | "PROJECT_FIELDS_DIFFER"
  | "POSSIBLY_SAME_CONTRACT"
  | "CURRENCY_NOT_BAHT"
  | "PERSONAL_DATA_WITHHELD";

export interface ImportFlag {
  readonly code: ImportFlagCode;
  /** What the flag was computed from, e.g. `{ agreedSatang: "148100", budgetSatang: "148000" }`. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What was read. `rowsRead = imported + quarantined` always. */
export interface ImportSummary {
  readonly format: ImportFormat;
  readonly parserVersion: string;
  readonly rowsRead: number;
  readonly imported: number;
  readonly quarantined: number;
  /** Distinct project keys, and contracts, among the imported rows. */
  readonly projects: number;
  readonly contracts: number;
  readonly suppliersWithheld: number;
  readonly quarantineReasons: Readonly<Partial<Record<QuarantineReason, number>>>;
  readonly flags: Readonly<Partial<Record<ImportFlagCode, number>>>;
  /** e-GP: columns by their header. OCDS: top-level members outside OCDS 1.1 under `unknown`. */
  readonly columns: { readonly known: readonly string[]; readonly unknown: readonly string[] };
  /** OCDS: what the packages say of themselves; empty for e-GP and for bare releases. */
  readonly packages: readonly ReportedPackage[];
  /** RFC 9162 root over the leaves of all rows in file order, 32 bytes. */
  readonly merkleRoot: Uint8Array;
}

/** OCDS package metadata without personal data. `version` is "1.0" when the package names none. */
export interface ReportedPackage {
  readonly version: string;
  readonly uri: string | null;
  readonly publishedDate: string | null;
  readonly publisher: string | null;
  readonly license: string | null;
  readonly publicationPolicy: string | null;
  readonly extensions: readonly string[];
}

/**
 * A file being read. Iterate `rows` to its end, then ask for `summary()`. A file that is not what it claims makes the
 * iteration throw a ProngsaiError IMPORT_… before the first row; JSON that breaks off is only found where it does.
 */
export interface ImportReading {
  readonly rows: AsyncIterable<ImportRow>;
  /** @throws when the rows have not been read to their end. */
  summary(): ImportSummary;
}
