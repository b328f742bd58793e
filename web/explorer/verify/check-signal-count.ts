import { redFlagRule } from "../../../sdk/redflags/index.ts";
import { nativeFindings } from "../../../sdk/verify/signals/native.ts";
import type { SignalSource } from "../../../sdk/verify/signals/native.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { findSignals } from "./find-signals.ts";
import { cannotResult } from "./ledger.ts";
import type { Standing } from "./ledger.ts";

/** How often a rule holds, by what the page says. */
export type SignalCountSaid = {
  /** id of the rule */
  readonly rule: string;
  readonly count: number;
};

/** More entries than this are not read one by one in a page. */
const MOST = 3_000;

/**
 * Looks at everything that the rule looks at, lets the rule decide in the reader's browser, and counts what it holds of:
 * what the page leaves out shows as a difference.
 */
export function signalCountCheck(texts: Texts, standing: Standing, said: SignalCountSaid): Check {
  const { t, pick, count, language } = texts;
  return async function* (address, signal) {
    const rule = redFlagRule(said.rule);
    if (!rule) return { kind: "unknown", why: t("flags.notFound") };
    try {
      const inRegisters = (source: SignalSource) => nativeFindings(rule.id, source, MOST);
      const found = yield* findSignals(texts, standing, rule, inRegisters, address, signal);
      if ("refused" in found) return found.refused;
      const holding = found.findings.filter(({ inputs }) => rule.holds(inputs)).length;
      const item = t("checks.signal.count");
      const shared = { compared: [item], left: t("checks.leftOfSignalCount") };
      if (holding === said.count)
        return {
          kind: "agrees",
          text: t("checks.signal.countAgrees", { rule: pick(rule.title) }),
          ...shared,
        };
      const rows = [{ item, said: count(said.count), ledger: count(holding) }];
      return (await found.pending?.()) ?? { kind: "differs", rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
