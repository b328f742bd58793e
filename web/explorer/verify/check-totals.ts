import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { counterNames } from "./counters.ts";
import type { Counters } from "./counters.ts";
import { callAll } from "./call.ts";
import { askedStep, askLedger, cannotResult, evidenceHead, findContracts } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { askListed } from "./listed.ts";

/** A line as `IBudgetLines.line` answers it. */
type Line = { code: string; agency: bigint; year: bigint; counters: Record<string, bigint> };

/** Which lines a total is of. */
export type Scope = { readonly year: number } | { readonly agency: number } | { readonly code: string };

const MOST = 3_000;

async function belongs(scope: Scope): Promise<(line: Line) => boolean> {
  if ("year" in scope) return ({ year }) => Number(year) === scope.year;
  if ("agency" in scope) return ({ agency }) => Number(agency) === scope.agency;
  const { encodeBytes32String } = await import("ethers");
  const code = encodeBytes32String(scope.code);
  return (line) => line.code === code;
}

/** Reads every line of the ledger and adds up those that belong: a line that the page left out would be noticed. */
export function totalsCheck(texts: Texts, standing: Standing, scope: Scope, said: Counters): Check {
  const { t, language, baht, count } = texts;
  return async function* (address, signal) {
    try {
      const { rpc, asked } = await askLedger(address, standing, signal);
      yield askedStep(texts, asked);
      const { address: addressOf, directory } = await findContracts();
      const to = addressOf("BudgetLines");
      if (!to || !directory)
        return { kind: "unknown", why: t("checks.noContracts", { name: "BudgetLines" }) };
      const listed = await askListed(texts, rpc, directory, [to], standing.block, signal);
      if ("refused" in listed) return listed.refused;
      yield listed.step;
      const lineCall = { contract: "BudgetLines", to, method: "lineCount", args: [] };
      const [lineCount] = await callAll(rpc, [lineCall], standing.block, signal);
      const total = Number(lineCount);
      if (total > MOST) {
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
      const isIn = await belongs(scope);
      const lines = ((await callAll(rpc, calls, standing.block, signal)) as Line[]).filter(isIn);
      yield { text: t("checks.summed", { count: total, used: lines.length }) };
      const found = Object.fromEntries(
        counterNames.map((name) => [
          name,
          lines.reduce((sum, { counters }) => sum + (counters[name] ?? 0n), 0n),
        ]),
      );
      const evidence = {
        ...evidenceHead("totals", standing, asked, directory),
        contract: to,
        scope,
        lines: total,
        expected: Object.fromEntries(counterNames.map((name) => [name, said[name]])),
        found: Object.fromEntries(counterNames.map((name) => [name, String(found[name])])),
      };
      const wrong = counterNames.filter((name) => BigInt(said[name]) !== found[name]);
      const compared = counterNames.map((name) => t(`checks.field.${name}`));
      const left = t("year" in scope ? "checks.leftOfYear" : "checks.leftOfTotals");
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
