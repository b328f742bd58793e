import { redFlagRule } from "../../../sdk/redflags/index.ts";
import type { RedFlagRule } from "../../../sdk/redflags/index.ts";
import type { Finding } from "../../../sdk/verify/signals/finding.ts";
import { nativeFinding, projectOfFinding } from "../../../sdk/verify/signals/native.ts";
import type { SignalSource } from "../../../sdk/verify/signals/native.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import { ruleValue } from "../names/rule-value.ts";
import { findSignals } from "./find-signals.ts";
import { cannotResult } from "./ledger.ts";
import type { Standing } from "./ledger.ts";

/** A signal as the page shows it. */
export type SignalSaid = {
  /** id of the rule */
  readonly rule: string;
  /** `scheme:number` of a reported project, else the subject's key in the public API */
  readonly about: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  /** code of the project of the ledger that the page names, if it names one */
  readonly project?: string;
};

function compare(texts: Texts, rule: RedFlagRule, said: SignalSaid, { inputs }: Finding) {
  const { t, pick } = texts;
  const show = ruleValue(texts);
  const shown = new Map(said.inputs.map(({ name, value }) => [name, value]));
  const write = (value: string | null, unit: RedFlagRule["inputs"][number]["unit"]) =>
    value === null ? t("checks.none") : show(value, unit);
  const rows = rule.inputs.flatMap(({ name, label, unit }) => {
    const [page, ledger] = [shown.get(name) ?? null, inputs[name] ?? null];
    return page === ledger
      ? []
      : [{ item: pick(label), said: write(page, unit), ledger: write(ledger, unit) }];
  });
  const names = rule.inputs.map(({ name }) => [name, inputs[name] ?? null] as const);
  if (!rule.holds(Object.fromEntries(names)))
    rows.push({
      item: pick(rule.title),
      said: t("checks.signal.holds"),
      ledger: t("checks.signal.holdsNot"),
    });
  return rows;
}

/**
 * Reads what the rule looks at from the imported files or from the registers, lets the rule decide in the reader's browser,
 * and compares every figure that the page shows beside the signal.
 */
export function signalCheck(texts: Texts, standing: Standing, said: SignalSaid): Check {
  const { t, pick, language } = texts;
  return async function* (address, signal) {
    const rule = redFlagRule(said.rule);
    if (!rule) return { kind: "unknown", why: t("flags.notFound") };
    try {
      const personTag = said.inputs.find(({ name }) => name === "personTag")?.value ?? null;
      let project: string | null = null;
      const inRegisters = async (source: SignalSource) => {
        const finding = await nativeFinding(said.rule, said.about, personTag, source);
        project = await projectOfFinding(said.rule, said.about, source);
        return { findings: finding === null ? [] : [finding] };
      };
      const found = yield* findSignals(texts, standing, rule, inRegisters, address, signal);
      if ("refused" in found) return found.refused;
      const finding = found.findings.find(({ about }) => about === said.about);
      const shared = {
        compared: [
          ...rule.inputs.map(({ label }) => pick(label)),
          ...(said.project === undefined ? [] : [t("checks.field.code")]),
        ],
        left: t("checks.leftOfSignal"),
      };
      const rows = finding
        ? compare(texts, rule, said, finding)
        : [{ item: pick(rule.title), said: t("checks.signal.holds"), ledger: t("checks.none") }];
      if (said.project !== undefined && said.project !== project)
        rows.push({ item: t("checks.field.code"), said: said.project, ledger: project ?? t("checks.none") });
      if (rows.length === 0) return { kind: "agrees", text: t("checks.signal.agrees"), ...shared };
      return (await found.pending?.()) ?? { kind: "differs", rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
