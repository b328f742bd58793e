import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { askAt } from "../data/request.ts";
import { BatchOf } from "./batch-of.graphql.ts";
import { batchCheck } from "./check-batch.ts";
import type { RowSaid } from "./check-batch.ts";
import type { Standing } from "./ledger.ts";

/**
 * Asks this website in which file the project stands, as lists do not say it, and checks that file and the row in it. What
 * the website answers is not believed: the ledger must have anchored the file.
 *
 * @param id of the project, as the API finds it
 */
export function reportedRowCheck(texts: Texts, standing: Standing, id: string, row: RowSaid): Check {
  return async function* (address, signal) {
    const { reportedProject } = await askAt("/graphql")(BatchOf, { id });
    if (!reportedProject) return { kind: "unknown", why: texts.t("reported.notFound") };
    return yield* batchCheck(texts, standing, reportedProject.batch, row)(address, signal);
  };
}
