import { createHash } from "node:crypto";
import { toHex } from "../../../sdk/hex.ts";
import { readImport } from "../../../sdk/import/index.ts";
import type { ImportSummary, ReportedProject } from "../../../sdk/import/index.ts";
import { SeenKeys } from "../../../sdk/import/seen-keys.ts";
import {
  quarantinedRow,
  reportedContract,
  reportedFlag,
  reportedProject,
  reportedRow,
} from "../../store/tables/budget/imports.ts";
import { cidText } from "../work.ts";
import type { Work } from "../work.ts";
import { Releases } from "./releases.ts";
import { contractRow, flagRows, projectRow, quarantineRow, reportedId } from "./rows.ts";
import { Staging } from "./staging.ts";

/** What the chain says of a batch that has not been read. */
export interface Anchor {
  readonly batch_id: bigint;
  readonly parser_version: string;
  readonly file_cid: Buffer;
  readonly file_sha256: Buffer;
  readonly row_count: bigint;
  readonly quarantined: bigint;
  readonly merkle_root: Buffer;
}

export interface Loaded {
  readonly summary: ImportSummary;
  /** of the file as read, hexadecimal */
  readonly sha256: string;
}

/**
 * Reads the anchored file into the tables of reported data, inside the caller's transaction. Whether it is what the
 * anchor says is for the caller to compare before it commits.
 *
 * @throws ProngsaiError DOCUMENT_…, IMPORT_…
 */
export async function loadBatch(work: Work, anchor: Anchor): Promise<Loaded> {
  const { client, documents, signal } = work;
  const batch = anchor.batch_id;
  const sha256 = createHash("sha256");
  async function* bytes() {
    for await (const piece of documents.get(cidText(anchor.file_cid), { signal })) {
      sha256.update(piece);
      yield piece;
    }
  }
  const reading = readImport(anchor.parser_version, bytes());
  const staging = new Staging(client);
  const releases = new Releases(client);
  await releases.open();
  const firstLines = new SeenKeys();
  const repeated = new Set<bigint>();
  let ordinal = 0n;

  const addRow = (row: ReportedProject): bigint => {
    const line = firstLines.firstSeen(`${row.key.scheme} ${row.key.value}`, row.line)?.line ?? row.line;
    const project = reportedId(batch, line);
    for (const flag of flagRows(batch, project, row)) staging.add(reportedFlag, flag);
    if (row.key.scheme === "ocid") releases.add(project, row);
    else {
      if (line === row.line) staging.add(reportedProject, projectRow(batch, row));
      else repeated.add(project);
      row.contracts.forEach((contract, position) =>
        staging.add(reportedContract, contractRow(batch, project, row.line, position, contract)),
      );
    }
    return project;
  };

  for await (const row of reading.rows) {
    const isReported = row.kind === "reported";
    const project = isReported ? addRow(row) : null;
    if (!isReported) staging.add(quarantinedRow, quarantineRow(batch, ordinal, row));
    staging.add(reportedRow, {
      batch_id: batch,
      ordinal: ordinal++,
      line: BigInt(row.line),
      reported_id: project,
      leaf: toHex(row.leaf),
    });
    await staging.flushWhenFull();
    if (ordinal % 1_000n === 0n) await releases.flush();
  }
  await releases.fold(batch, staging);
  await staging.flush();
  await countContracts(work, [...repeated]);
  return { summary: reading.summary(), sha256: sha256.digest("hex") };
}

/** Projects of several rows have the contracts of all of them. */
async function countContracts({ client }: Work, projects: readonly bigint[]): Promise<void> {
  await client.query(
    `UPDATE reported_project p SET contracts = c.count, agreed = c.agreed
     FROM (SELECT reported_id, count(*)::integer AS count, sum(agreed)::bigint AS agreed FROM reported_contract
           WHERE reported_id = ANY($1::bigint[]) GROUP BY reported_id) c
     WHERE p.reported_id = c.reported_id`,
    [projects.map(String)],
  );
}
