import { redFlagRule } from "../../../sdk/redflags/index.ts";
import { nativeFindings } from "../../../sdk/verify/signals/native.ts";
import type { SignalSource } from "../../../sdk/verify/signals/native.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { MOST_ENTRIES } from "./call.ts";
import { findSignals } from "./find-signals.ts";
import { cannotResult } from "./ledger.ts";
import type { Standing } from "./ledger.ts";

/** How often a rule holds, by what the page says. */
export type SignalCountSaid = {
  /** id of the rule */
  readonly rule: string;
  readonly count: number;
  /** what each signal of the page is about, as `SignalSaid.about`; none where the page shows only the number */
  readonly shown: readonly string[];
};

/** How often each occurs. */
function tally(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

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
      const inRegisters = (source: SignalSource) => nativeFindings(rule.id, source, MOST_ENTRIES);
      const found = yield* findSignals(texts, standing, rule, inRegisters, address, signal);
      if ("refused" in found) return found.refused;
      const holding = found.findings.filter(({ inputs }) => rule.holds(inputs)).map(({ about }) => about);
      const item = t("checks.signal.count");
      const compared = said.shown.length > 0 ? [item, t("checks.signal.shown")] : [item];
      const shared = { compared, left: t("checks.leftOfSignalCount") };
      const held = tally(holding);
      // A signal that stands twice would hide that another one is missing.
      const rows = [...tally(said.shown)].flatMap(([about, times]) => {
        const right = held.get(about) ?? 0;
        return times > right
          ? [{ item: about.replaceAll("|", " · "), said: count(times), ledger: count(right) }]
          : [];
      });
      if (holding.length !== said.count)
        rows.push({ item, said: count(said.count), ledger: count(holding.length) });
      if (rows.length === 0) {
        const isWhole = said.shown.length === said.count;
        const text = isWhole ? "checks.signal.allShown" : "checks.signal.countAgrees";
        return { kind: "agrees", text: t(text, { rule: pick(rule.title) }), ...shared };
      }
      return (await found.pending?.()) ?? { kind: "differs", rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
