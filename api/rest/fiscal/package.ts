import type { ExportState } from "../exports/state.ts";
import { fiscalColumns } from "./columns.ts";

export interface FiscalBody {
  readonly rows: number;
  readonly bytes: number;
  /** hexadecimal */
  readonly sha256: string;
}

/**
 * The descriptor of the budget's table. It depends on the state of the ledger alone, so that any operator gives the same.
 * Source: Fiscal Data Package 1.0 over Tabular Data Package 1.0.
 */
export function fiscalPackage(origin: string, state: ExportState, body: FiscalBody): object {
  const { asOfBlock, blockHash, blockTimestamp, chainId, deployment, journals } = state;
  return {
    profile: "fiscal-data-package",
    name: "prongsai-budget",
    id: `prongsai:${deployment}:${asOfBlock}`,
    title: "Budget of the ledger: appropriated, adjusted, committed, paid",
    description:
      "Every appropriation line of the ledger, a row for each phase. The journals' roots are the contracts' own at the block; docs/api.md tells how to check them.",
    version: String(asOfBlock),
    created: blockTimestamp,
    homepage: origin,
    countryCode: "TH",
    granularity: "aggregated",
    resources: [
      {
        profile: "tabular-data-resource",
        name: "budget",
        path: `${origin}/fiscal/budget.csv?asOfBlock=${asOfBlock}`,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: { delimiter: ",", doubleQuote: true, header: true, lineTerminator: "\n" },
        bytes: body.bytes,
        hash: `sha256:${body.sha256}`,
        schema: {
          fields: fiscalColumns.map(({ name, type, columnType, title, extra }) => ({
            name,
            type,
            columnType,
            title,
            ...extra,
          })),
          missingValues: [""],
          primaryKey: ["line", "phase_id"],
        },
      },
    ],
    "prongsai:ledger": { asOfBlock, blockHash, chainId, deployment, journals, rows: body.rows },
  };
}
