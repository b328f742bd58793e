import { builder } from "../core/builder.ts";

/** Arguments by which every list of the native ledger can be narrowed. */
export const nativeArgs = builder.args((t) => ({
  projectCode: t.string(),
  agency: t.intList({ description: "Agency codes." }),
  fiscalYear: t.intList({ description: "Buddhist-era fiscal years." }),
}));
