import { countRecords, registerOf } from "../../../sdk/verify/count-records.ts";
import type { CountedThing } from "../../../sdk/verify/count-records.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { callAll } from "./call.ts";
import { askedStep, askLedger, cannotResult, evidenceHead, findContracts } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { askListed } from "./listed.ts";

/** What the page says that there is of each. */
export type CountsSaid = Partial<Record<CountedThing, number>>;

/** More entries than this are not read one by one in a page. */
const MOST = 3_000;

/** Counts in the registers' own records what the page says that there is. */
export function countsCheck(texts: Texts, standing: Standing, said: CountsSaid): Check {
  const { t, language, count } = texts;
  return async function* (address, signal) {
    try {
      const { rpc, asked } = await askLedger(address, standing, signal);
      yield askedStep(texts, asked);
      const { address: addressOf, directory } = await findContracts();
      const claims: { thing: CountedThing; shown: number; contract: string; to: string }[] = [];
      for (const [name, shown] of Object.entries(said)) {
        const thing = name as CountedThing;
        const contract = registerOf[thing];
        const to = addressOf(contract);
        if (!to || !directory)
          return {
            kind: "unknown",
            why: t("checks.noContracts", { name: contract }),
            code: "VERIFY_NO_CONTRACT",
          };
        claims.push({ thing, shown, contract, to });
      }
      const registers = claims.map(({ to }) => to);
      const listed = await askListed(texts, rpc, directory ?? "", registers, standing.block, signal);
      if ("refused" in listed) return listed.refused;
      yield listed.step;
      const counts = [];
      for (const { thing, shown, contract, to } of claims) {
        const source = {
          rpc,
          register: to,
          block: standing.block,
          blockTime: asked.blockTime,
          most: MOST,
          read: (getters: readonly { method: string; args: readonly unknown[] }[]) =>
            callAll(
              rpc,
              getters.map((getter) => ({ ...getter, contract, to })),
              standing.block,
              signal,
            ),
        };
        const counted = await countRecords(thing, source, signal);
        if ("tooMany" in counted) {
          const why = t("checks.tooManyEntries", { number: count(counted.tooMany) });
          return { kind: "unknown", why, mend: t("checks.tooManyMend") };
        }
        const item = t(`checks.counted.${thing}`);
        yield { text: t("checks.counted.step", { item, number: count(counted.number) }) };
        counts.push({ thing, address: to, expected: shown, found: counted.number });
      }
      const evidence = { ...evidenceHead("counts", standing, asked, directory ?? ""), counts };
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
