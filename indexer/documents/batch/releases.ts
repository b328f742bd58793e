import type pg from "pg";
import { foldReported, rowJson } from "../../../sdk/import/index.ts";
import type { ReportedContract, ReportedProject } from "../../../sdk/import/index.ts";
import { reportedContract, reportedProject } from "../../store/tables/budget/imports.ts";
import { contractRow, projectRow } from "./rows.ts";
import type { Staging } from "./staging.ts";

const AT_A_TIME = 500;

type Json = Record<string, unknown>;
const bigintOf = (value: unknown): bigint | null => (typeof value === "string" ? BigInt(value) : null);

/**
 * Releases of OCDS change each other: what a project is follows from all of them together. They wait in a temporary
 * table until the file is read, so that memory does not grow with it.
 */
export class Releases {
  readonly #client: pg.Client;
  #waiting: string[] = [];

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async open(): Promise<void> {
    await this.#client.query(
      "CREATE TEMP TABLE waiting_release (reported_id bigint, line integer, row text) ON COMMIT DROP",
    );
  }

  add(project: bigint, row: ReportedProject): void {
    this.#waiting.push(JSON.stringify([String(project), row.line, JSON.stringify(rowJson(row))]));
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    await this.#client.query(
      `INSERT INTO waiting_release SELECT (r->>0)::bigint, (r->>1)::integer, r->>2
       FROM jsonb_array_elements($1::jsonb) AS r`,
      [`[${this.#waiting.join(",").replaceAll("\\u0000", "\\ufffd")}]`],
    );
    this.#waiting = [];
  }

  /** Writes the projects of all releases. */
  async fold(batch: bigint, staging: Staging): Promise<void> {
    await this.flush();
    await this.#client.query(
      `DECLARE folded NO SCROLL CURSOR FOR
       SELECT reported_id, array_agg(row ORDER BY line) AS rows FROM waiting_release GROUP BY reported_id`,
    );
    for (;;) {
      const { rows } = await this.#client.query<{ rows: string[] }>(`FETCH ${AT_A_TIME} FROM folded`);
      if (rows.length === 0) break;
      for (const { rows: texts } of rows) this.#write(batch, texts.map(parsed), staging);
      await staging.flushWhenFull();
    }
    await this.#client.query("CLOSE folded");
  }

  #write(batch: bigint, rows: ReportedProject[], staging: Staging): void {
    const folded = foldReported(rows);
    const project = projectRow(batch, folded);
    staging.add(reportedProject, project);
    const lineOf = (contract: ReportedContract) =>
      rows.find(({ contracts }) => contracts.includes(contract))!.line;
    const positions = new Map<number, number>();
    for (const contract of folded.contracts) {
      const line = lineOf(contract);
      const position = positions.get(line) ?? 0;
      positions.set(line, position + 1);
      staging.add(reportedContract, contractRow(batch, project.reported_id, line, position, contract));
    }
  }
}

function parsed(text: string): ReportedProject {
  const { budgetSatang, referenceSatang, contracts, ...fields } = JSON.parse(text) as Json;
  return {
    ...(fields as unknown as ReportedProject),
    budgetSatang: bigintOf(budgetSatang),
    referenceSatang: bigintOf(referenceSatang),
    contracts: (contracts as Json[]).map(
      (contract) =>
        ({ ...contract, agreedSatang: bigintOf(contract.agreedSatang) }) as unknown as ReportedContract,
    ),
  };
}
