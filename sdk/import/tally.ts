import { MerkleAccumulator } from "../merkle.ts";
import { parserVersion } from "./model.ts";
import type {
  ImportFlagCode,
  ImportFormat,
  ImportRow,
  ImportSummary,
  QuarantineReason,
  ReportedPackage,
} from "./model.ts";

/** Counts rows as they are read, for the summary. */
export class ImportTally {
  readonly #format: ImportFormat;
  readonly #tree = new MerkleAccumulator();
  readonly #reasons: Partial<Record<QuarantineReason, number>> = {};
  readonly #flags: Partial<Record<ImportFlagCode, number>> = {};
  #imported = 0;
  #quarantined = 0;
  #projects = 0;
  #contracts = 0;
  #withheld = 0;

  constructor(format: ImportFormat) {
    this.#format = format;
  }

  add(row: ImportRow): void {
    this.#tree.append(row.leaf);
    if (row.kind === "quarantined") {
      this.#quarantined++;
      this.#reasons[row.reason] = (this.#reasons[row.reason] ?? 0) + 1;
      return;
    }
    this.#imported++;
    if (!row.repeat) this.#projects++;
    this.#contracts += row.contracts.length;
    for (const contract of row.contracts) this.#withheld += contract.suppliersWithheld;
    for (const { code } of row.flags) this.#flags[code] = (this.#flags[code] ?? 0) + 1;
  }

  summary(columns: ImportSummary["columns"], packages: readonly ReportedPackage[]): ImportSummary {
    return {
      format: this.#format,
      parserVersion: parserVersion[this.#format],
      rowsRead: this.#imported + this.#quarantined,
      imported: this.#imported,
      quarantined: this.#quarantined,
      projects: this.#projects,
      contracts: this.#contracts,
      suppliersWithheld: this.#withheld,
      quarantineReasons: { ...this.#reasons },
      flags: { ...this.#flags },
      columns,
      packages,
      merkleRoot: this.#tree.root(),
    };
  }
}
