import type { LocalizedText, NodeRow } from "./common.ts";

export interface ImportBatchRow extends NodeRow {
  readonly kind: "importBatch";
  readonly batchId: number;
  readonly format: string;
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
  readonly sourceUrlHash: string;
  readonly sourceSha256: string;
  readonly fileSha256: string;
  readonly fileCid: string;
  readonly sourceCid: string;
  readonly rowCount: number;
  readonly quarantined: number;
  readonly merkleRoot: string;
  readonly retrievedAt: number;
  readonly licence: string;
  readonly parserVersion: string;
  readonly supersededBy: number | null;
  readonly anchoredAt: number;
  /** pending, complete, unavailable or contradicted */
  readonly reading: string;
  readonly readingError: string | null;
  readonly projects: number | null;
  readonly contracts: number | null;
}

export interface QuarantineRow {
  readonly batchId: number;
  readonly line: number;
  readonly reason: string;
  readonly column: string | null;
  readonly value: string | null;
  readonly leaf: string;
}

/** A reported project as another data set has it. */
export interface ReportedElsewhereRow {
  readonly reportedId: string;
  readonly batchId: number;
  readonly contractCount: number;
  readonly agreed: string | null;
}

export interface ReportedContractRow {
  readonly number: string | null;
  readonly agreed: string | null;
  readonly signedOn: string | null;
  readonly endsOn: string | null;
  readonly status: string | null;
  readonly suppliers: readonly { readonly name: string | null; readonly taxId: string | null }[];
  readonly suppliersWithheld: number;
}

/** A project as another publisher reports it. Text as published; money in satang; dates YYYY-MM-DD. */
export interface ReportedProjectRow extends NodeRow {
  readonly kind: "reportedProject";
  /** number in the index, stable for chain and documents */
  readonly reportedId: string;
  readonly scheme: string;
  readonly value: string;
  readonly batchId: number;
  readonly line: number;
  readonly leaf: string;
  readonly title: string | null;
  readonly type: string | null;
  readonly agencyName: string | null;
  readonly agencyCode: string | null;
  readonly subAgency: string | null;
  readonly method: string | null;
  readonly methodGroup: string | null;
  readonly announcedOn: string | null;
  readonly transactionOn: string | null;
  readonly budget: string | null;
  readonly reference: string | null;
  readonly agreed: string | null;
  readonly fiscalYear: number | null;
  readonly province: string | null;
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly status: string | null;
  readonly contractCount: number;
  readonly extra: Readonly<Record<string, string>>;
}

/** A contradiction in the source, or a note on how it was read. */
export interface ImportNoteRow {
  readonly code: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface RedFlagRow {
  readonly rule: string;
  readonly version: number;
  readonly inputs: readonly RedFlagInputRow[];
  /** what it concerns */
  readonly subject:
    | { readonly kind: "project"; readonly key: string }
    | { readonly kind: "reportedProject"; readonly key: string }
    | { readonly kind: "commitment"; readonly key: string; readonly code: string }
    | { readonly kind: "milestone"; readonly key: string; readonly code: string }
    | { readonly kind: "disbursement"; readonly key: string; readonly code: string }
    | { readonly kind: "line"; readonly key: string; readonly code: string }
    | { readonly kind: "agency"; readonly key: string }
    | { readonly kind: "reportedAgency"; readonly key: string };
  readonly asOf: number | null;
}

export interface RedFlagInputRow {
  readonly name: string;
  readonly label: LocalizedText;
  readonly value: string;
  readonly unit: string | null;
}
