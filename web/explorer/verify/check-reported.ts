import { isSelectable } from "../../../sdk/import/selection.ts";
import type { ReportedSelection } from "../../../sdk/import/selection.ts";
import { sumReported } from "../../../sdk/verify/reported-totals.ts";
import type { ReportedSums } from "../../../sdk/verify/reported-totals.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { cannotResult } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { pendingResult, readAnchored } from "./read-anchored.ts";

/** Reads the imported files anew and adds up what the same filter leaves. */
export function reportedCheck(
  texts: Texts,
  standing: Standing,
  selection: ReportedSelection,
  said: ReportedSums,
): Check {
  const { t, language, count, baht } = texts;
  return async function* (address, signal) {
    if (!isSelectable(selection))
      return { kind: "unknown", why: t("checks.reported.rule"), mend: t("checks.reported.ruleMend") };
    try {
      const read = yield* readAnchored(texts, standing, selection.importBatch, address, signal);
      if ("refused" in read) return read.refused;
      const found = sumReported(read.projects, selection);
      yield { text: t("checks.reported.summed", { number: count(read.projects.length) }) };
      const write = (value: string | number) => (typeof value === "number" ? count(value) : baht(value));
      const names = ["count", "contracts", "budget", "reference", "agreed"] as const;
      const wrong = names.filter((name) => said[name] !== found[name]);
      const shared = {
        compared: names.map((name) => t(`checks.reported.${name}`)),
        left: t("checks.leftOfReported"),
      };
      if (wrong.length === 0) return { kind: "agrees", text: t("checks.reported.agrees"), ...shared };
      const waiting = await pendingResult(texts, read.batches);
      if (waiting) return waiting;
      const rows = wrong.map((name) => ({
        item: t(`checks.reported.${name}`),
        said: write(said[name]),
        ledger: write(found[name]),
      }));
      return { kind: "differs", rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
