import { parse } from "csv-parse/sync";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const DATA = resolve(import.meta.dirname, "../../../data/egp");

const satang = (baht: string | undefined) =>
  baht && baht !== "-" ? String(Math.round(Number(baht.replaceAll(",", "")) * 100)) : null;

/** The sample's rows as the columns of `reported_project` take them. */
export function sampleRows(): Record<string, string | null>[] {
  const [file] = globSync("*.csv", { cwd: DATA });
  const rows = parse(readFileSync(resolve(DATA, file!)), { bom: true, from_line: 2 }) as string[][];
  return rows.map((row) => ({
    title: row[2] ?? null,
    type: row[3] ?? null,
    agency: row[4] ?? null,
    subAgency: row[5] ?? null,
    method: row[6] ?? null,
    methodGroup: row[7] ?? null,
    budget: satang(row[9]),
    reference: satang(row[10]),
    agreed: satang(row[11]),
    transactionOn: "2024-11-29",
    province: row[14] ?? null,
  }));
}
