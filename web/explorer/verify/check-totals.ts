import { isInScope } from "../../../sdk/verify/line-scope.ts";
import type { LineScope, ScopedLine } from "../../../sdk/verify/line-scope.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { counterNames } from "./counters.ts";
import type { Counters } from "./counters.ts";
import { callAll, MOST_ENTRIES } from "./call.ts";
import { askedStep, askLedger, cannotResult, evidenceHead } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { findListed } from "./listed.ts";

/** A line as `IBudgetLines.line` answers it. */
type Line = ScopedLine & { counters: Record<string, bigint> };

/** Reads every line of the ledger and adds up those that belong: a line that the page left out would be noticed. */
export function totalsCheck(texts: Texts, standing: Standing, scope: LineScope, said: Counters): Check {
  const { t, language, baht, count } = texts;
  return async function* (address, signal) {
    try {
      const { rpc, asked } = await askLedger(address, standing, signal);
      yield askedStep(texts, asked);
      const listed = yield* findListed(texts, rpc, ["BudgetLines"], standing.block, signal);
      if ("refused" in listed) return listed.refused;
      const to = listed.registers.BudgetLines;
      const lineCall = { contract: "BudgetLines", to, method: "lineCount", args: [] };
      const [lineCount] = await callAll(rpc, [lineCall], standing.block, signal);
      const total = Number(lineCount);
      if (total > MOST_ENTRIES) {
        return {
          kind: "unknown",
          why: t("checks.tooMany", { number: count(total) }),
          mend: t("checks.tooManyMend"),
        };
      }
      const calls = Array.from({ length: total }, (_, index) => ({
        contract: "BudgetLines",
        to,
        method: "line",
        args: [index + 1],
      }));
      const all = (await callAll(rpc, calls, standing.block, signal)) as Line[];
      const lines = all.filter((line) => isInScope(line, scope));
      yield { text: t("checks.summed", { count: total, used: lines.length }) };
      const found = Object.fromEntries(
        counterNames.map((name) => [
          name,
          lines.reduce((sum, { counters }) => sum + (counters[name] ?? 0n), 0n),
        ]),
      );
      const evidence = {
        ...evidenceHead("totals", standing, asked, listed.directory),
        contract: to,
        scope,
        lines: total,
        expected: Object.fromEntries(counterNames.map((name) => [name, said[name]])),
        found: Object.fromEntries(counterNames.map((name) => [name, String(found[name])])),
      };
      const wrong = counterNames.filter((name) => BigInt(said[name]) !== found[name]);
      const compared = counterNames.map((name) => t(`checks.field.${name}`));
      const left = t(scope.year === undefined ? "checks.leftOfTotals" : "checks.leftOfYear");
      if (wrong.length === 0) return { kind: "agrees", compared, left, evidence };
      return {
        kind: "differs",
        compared,
        left,
        evidence,
        rows: wrong.map((name) => ({
          item: t(`checks.field.${name}`),
          said: baht(said[name]),
          ledger: baht(found[name] ?? 0n),
        })),
      };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
