import type { InputFieldBuilder } from "@pothos/core";
import type { Types } from "../core/builder.ts";

/** The filter of reported data, shared by lists, totals and exports. */
export const reportedFilterFields = (t: InputFieldBuilder<Types, "InputObject">) => ({
  query: t.string({
    description: "Words or parts of words in title, agency or project number; Thai needs no spaces.",
  }),
  agency: t.stringList({ description: "Names of agencies exactly as reported." }),
  province: t.stringList({ description: "Names of provinces exactly as reported." }),
  method: t.stringList({ description: "Procurement methods (method group) exactly as reported." }),
  fiscalYear: t.intList({ description: "Buddhist-era fiscal years." }),
  minBudget: t.field({ type: "Satang" }),
  maxBudget: t.field({ type: "Satang" }),
  flag: t.stringList({ description: "Ids of red-flag rules, or codes of import notes." }),
  source: t.stringList({ description: "Form of the source: egp or ocds." }),
  importBatch: t.intList({ description: "Import batches." }),
});
