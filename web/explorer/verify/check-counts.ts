import { countRecords, registersOf } from "../../../sdk/verify/count-records.ts";
import type {
  CountedThing,
  CountRegister,
  CountScope,
  CountSource,
} from "../../../sdk/verify/count-records.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { callAll, MOST_ENTRIES } from "./call.ts";
import { askedStep, askLedger, cannotResult, evidenceHead } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { findListed } from "./listed.ts";

/** What the page says that there is of each. */
export type CountsSaid = Partial<Record<CountedThing, number>>;

/**
 * Counts in the registers' own records what the page says that there is.
 *
 * @param scope of what part the page says it, all when nothing is named
 */
export function countsCheck(texts: Texts, standing: Standing, said: CountsSaid, scope: CountScope): Check {
  const { t, language, count } = texts;
  return async function* (address, signal) {
    try {
      const { rpc, asked } = await askLedger(address, standing, signal);
      yield askedStep(texts, asked);
      const shown = Object.entries(said) as [CountedThing, number][];
      const names = [...new Set(shown.flatMap(([thing]) => registersOf(thing, scope)))];
      const listed = yield* findListed(texts, rpc, names, standing.block, signal);
      if ("refused" in listed) return listed.refused;
      const { registers, directory } = listed;
      const register = (name: CountRegister) => registers[name];
      const source: CountSource = {
        rpc,
        register,
        block: standing.block,
        blockTime: asked.blockTime,
        most: MOST_ENTRIES,
        read: (getters) => {
          const calls = getters.map((getter) => ({ ...getter, to: register(getter.contract) }));
          return callAll(rpc, calls, standing.block, signal);
        },
      };
      const counts = [];
      for (const [thing, expected] of shown) {
        const counted = await countRecords(thing, scope, source, signal);
        if ("tooMany" in counted) {
          const why = t("checks.tooManyEntries", { number: count(counted.tooMany) });
          return { kind: "unknown", why, mend: t("checks.tooManyMend") };
        }
        const item = t(`checks.counted.${thing}`);
        yield { text: t("checks.counted.step", { item, number: count(counted.number) }) };
        counts.push({ thing, expected, found: counted.number });
      }
      const evidence = {
        ...evidenceHead("counts", standing, asked, directory),
        scope,
        registers,
        counts,
      };
      const wrong = counts.filter(({ expected, found }) => expected !== found);
      const compared = counts.map(({ thing }) => t(`checks.counted.${thing}`));
      const shared = { compared, left: t("checks.leftOfCounts"), evidence };
      if (wrong.length === 0) return { kind: "agrees", text: t("checks.countsAgree"), ...shared };
      const rows = wrong.map(({ thing, expected, found }) => ({
        item: t(`checks.counted.${thing}`),
        said: count(expected),
        ledger: count(found),
      }));
      return { kind: "differs", rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
