import { accessReads } from "./access/access.ts";
import { commitmentReads } from "./budget/commitments.ts";
import { disbursementReads } from "./budget/disbursements.ts";
import { flagReads } from "./budget/flags.ts";
import { lineReads } from "./budget/lines.ts";
import { obligationReads } from "./budget/obligations.ts";
import { projectReads } from "./budget/projects.ts";
import { totalsReads } from "./budget/totals.ts";
import type { Heads } from "./heads.ts";
import { batchReads } from "./imports/batches.ts";
import { ReportedFacets } from "./imports/facets.ts";
import { reportedExport } from "./imports/export.ts";
import { reportedReads } from "./imports/reported.ts";
import { ledgerReads } from "./ledger/ledger.ts";
import { searchReads } from "./ledger/search.ts";
import type { Reads } from "./reads.ts";
import { RedFlagIndex } from "./redflags/red-flag-index.ts";
import { redFlagReads } from "./redflags/red-flags.ts";
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
    const budget = {
      ...projectReads(db),
      ...lineReads(db),
      ...commitmentReads(db),
      ...disbursementReads(db),
      ...obligationReads(db),
      ...flagReads(db),
      ...totalsReads(sources),
    };
    const access = accessReads(db);
    const imports = { ...batchReads(db), ...reportedReads(sources), ...reportedExport(sources) };
    const ledger = ledgerReads(db, heads);
    const search = searchReads({ database: db, budget, access, imports, ledger });
    return { budget, access, imports, redFlags: redFlagReads(db, index), ledger: { ...ledger, ...search } };
  };
}
