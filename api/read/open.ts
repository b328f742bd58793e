import type { Heads } from "./heads.ts";
import { batchReads } from "./imports/batches.ts";
import { ReportedFacets } from "./imports/facets.ts";
import { reportedExport } from "./imports/export.ts";
import { reportedReads } from "./imports/reported.ts";
import { ledgerReads } from "./ledger/ledger.ts";
import { searchReads } from "./ledger/search.ts";
import type { Reads, RegisterReads } from "./reads.ts";
import { RedFlagIndex } from "./redflags/red-flag-index.ts";
import { redFlagReads } from "./redflags/red-flags.ts";
import { open } from "./registers.generated.ts";
import type { Database, ReadDatabase } from "./sql/database.ts";

/**
 * Opens the reads of one request; what may be shared between requests is kept here. `within` reads in a transaction of
 * one's own instead, as exports do.
 */
export function readsOf(
  database: ReadDatabase,
  heads: Heads,
): (signal: AbortSignal, within?: Database) => Reads {
  const shared = database.for(new AbortController().signal);
  const facets = new ReportedFacets(heads, shared);
  const index = new RedFlagIndex(heads, shared);
  return (signal, within) => {
    const db = within ?? database.for(signal);
    const sources = { database: db, facets, redFlags: index };
    const registers = Object.fromEntries(
      Object.entries(open).map(([name, opens]) => [name, opens(sources)]),
    ) as unknown as RegisterReads;
    const imports = { ...batchReads(db), ...reportedReads(sources), ...reportedExport(sources) };
    const ledger = ledgerReads(db, heads);
    const search = searchReads({ ...registers, database: db, imports, ledger });
    return {
      ...registers,
      imports,
      redFlags: redFlagReads(db, index, imports),
      ledger: { ...ledger, ...search },
    };
  };
}
