import { byGroup, compareFigures, readFigures } from "../../../../sdk/verify/logs/index.ts";
import type { ComparedFigure, Figure, LogScope } from "../../../../sdk/verify/logs/index.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { Check, VerifyStep } from "../../../ui/verify/types.ts";
import { cannotResult, evidenceHead } from "../ledger.ts";
import type { Standing } from "../ledger.ts";
import { askLog } from "../log/ask-log.ts";
import { figureWords } from "./figure-words.ts";

/** What a page shows of logs, figure by figure, and the name of the text that says what it shows besides. */
export type LogsSaid = {
  readonly scope: LogScope;
  readonly figures: readonly Figure[];
  readonly left?: "service" | "serviceOlder" | "services" | "servicesPart" | "witnesses" | "witnessesPart";
};

/** One step for each subject: which figures were compared, and whether all of them agree. */
export function groupSteps(texts: Texts, compared: readonly ComparedFigure[]): VerifyStep[] {
  const { t } = texts;
  return byGroup(compared).map(([group, figures]) => {
    const names = [...new Set(figures.map(({ name }) => t(`logCheck.figure.${name}`)))].join(", ");
    return {
      title: t(`logCheck.group.${group}`),
      text: t("logCheck.compared", { names, count: figures.length }),
      outcome: figures.every(({ same }) => same) ? "holds" : "fails",
    };
  });
}

/**
 * Reads from the ledger, by the node that the reader chose, every figure and state of logs that a page shows and the
 * ledger knows, and compares each; what either side has and the other has not differs too.
 */
export function logsCheck(texts: Texts, standing: Standing, { scope, figures, left }: LogsSaid): Check {
  const { t, language, count } = texts;
  return async function* (address, signal) {
    try {
      const log = yield* askLog(texts, address, standing, signal, ["AgencyRegistry"]);
      if ("kind" in log) return log;
      const { directory, asked } = log;
      const agencyRegistry = log.registers.AgencyRegistry;
      const logs = { ...log, agencyRegistry, blockTime: asked.blockTime };
      const read = await readFigures(logs, scope, signal);
      if ("tooMany" in read) {
        const why = t("logCheck.tooMany", { number: count(read.tooMany) });
        return { kind: "unknown", why, mend: t("logCheck.tooManyMend") };
      }
      const compared = compareFigures(figures, read.figures);
      yield { text: t("logCheck.read", { count: compared.length }) };
      yield* groupSteps(texts, compared);
      const evidence = {
        ...evidenceHead("logs", standing, asked, directory),
        contract: log.contract,
        agencyRegistry,
        scope,
        figures: compared,
      };
      const shared = {
        evidence,
        compared: byGroup(compared).map(([group]) => t(`logCheck.group.${group}`)),
        ...(left && { left: t(`logCheck.left.${left}`) }),
      };
      const wrong = compared.filter(({ same }) => !same);
      if (wrong.length === 0)
        return { kind: "agrees", text: t("logCheck.agrees", { count: compared.length }), ...shared };
      const words = figureWords(texts);
      const rows = wrong.map((figure) => ({
        item: words.item(figure),
        said: words.value(figure.name, figure.said),
        ledger: words.value(figure.name, figure.found),
      }));
      return { kind: "differs", text: t("logCheck.differs", { count: wrong.length }), rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
