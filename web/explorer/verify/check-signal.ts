import { eventTopic, numberTopic } from "../../../sdk/abi-event.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { AbiEvent } from "../../../sdk/journal.ts";
import { redFlagRule } from "../../../sdk/redflags/index.ts";
import type { RedFlagRule } from "../../../sdk/redflags/index.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import { readLogs } from "../../../sdk/verify/read-logs.ts";
import type { Finding } from "../../../sdk/verify/signals/finding.ts";
import { isOfRegisters, nativeFinding } from "../../../sdk/verify/signals/native.ts";
import { reportedFindings } from "../../../sdk/verify/signals/reported.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check, VerifyResult, VerifyStep } from "../../ui/verify/types.ts";
import { ruleValue } from "../names/rule-value.ts";
import { callEntries } from "./call.ts";
import { askedStep, askLedger, cannotResult, findContracts } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { askListed } from "./listed.ts";
import { pendingResult, readAnchored } from "./read-anchored.ts";

/** A signal as the page shows it. */
export type SignalSaid = {
  /** id of the rule */
  readonly rule: string;
  /** `scheme:number` of a reported project, else the subject's key in the public API */
  readonly about: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
};

/** What was found anew, null when there is no such thing; or why nothing was. */
type Found =
  | { readonly finding: Finding | null; readonly pending?: () => Promise<VerifyResult | undefined> }
  | { readonly refused: VerifyResult };

const enrolled = abis.IAgencyRegistry.find(({ name }) => name === "OfficerEnrolled") as AbiEvent;

/** Reads all imported files anew and looks at them as the rule does. */
async function* findReported(
  texts: Texts,
  standing: Standing,
  { rule, about }: SignalSaid,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, Found> {
  const read = yield* readAnchored(texts, standing, null, address, signal);
  if ("refused" in read) return read;
  const findings = reportedFindings(
    rule,
    read.projects.map(({ project }) => project),
  );
  const finding = findings.find((one) => one.about === about) ?? null;
  return { finding, pending: () => pendingResult(texts, read.batches) };
}

const REGISTERS = ["AgencyRegistry", "BudgetLines", "BudgetCommitments", "BudgetDisbursements"];

/** Reads the registers' entries that the rule looks at. */
async function* findNative(
  texts: Texts,
  standing: Standing,
  { rule, about, inputs }: SignalSaid,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, Found> {
  const { t } = texts;
  if (!isOfRegisters(rule)) {
    const why = t("checks.signal.document");
    return { refused: { kind: "unknown", why, mend: t("checks.signal.documentMend"), alone: true } };
  }
  const { rpc, asked } = await askLedger(address, standing, signal);
  yield askedStep(texts, asked);
  const { address: addressOf, directory } = await findContracts();
  const missing = REGISTERS.find((name) => !addressOf(name));
  if (missing || !directory) {
    const why = t("checks.noContracts", { name: missing ?? "Directory" });
    return { refused: { kind: "unknown", why, code: "VERIFY_NO_CONTRACT" } };
  }
  const to = (name: string) => addressOf(name) ?? "";
  const listed = await askListed(texts, rpc, directory, REGISTERS.map(to), standing.block, signal);
  if ("refused" in listed) return listed;
  yield listed.step;
  const finding = await nativeFinding(
    rule,
    about,
    inputs.find(({ name }) => name === "personTag")?.value ?? null,
    {
      blockTime: asked.blockTime,
      read: async (getters) => {
        const calls = getters.map((getter) => ({ ...getter, to: to(getter.contract) }));
        const answers = await callEntries(rpc, calls, standing.block, signal);
        return answers.map((answer) => (answer instanceof RpcError ? null : answer));
      },
      accounts: async (agency, personTag) => {
        const accounts = new Set<string>();
        const topics = [eventTopic(enrolled), null, numberTopic(agency), personTag];
        const range = { address: to("AgencyRegistry"), topics, fromBlock: 0, toBlock: standing.block };
        for await (const { logs } of readLogs(rpc, range, { signal })) {
          for (const { topics: told } of logs) accounts.add(`0x${(told[1] ?? "").slice(-40)}`);
        }
        return [...accounts];
      },
    },
  );
  return { finding };
}

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
      const find = rule.appliesTo === "reported" ? findReported : findNative;
      const found = yield* find(texts, standing, said, address, signal);
      if ("refused" in found) return found.refused;
      yield { text: t("checks.signal.computed", { rule: pick(rule.title) }) };
      const shared = {
        compared: rule.inputs.map(({ label }) => pick(label)),
        left: t("checks.leftOfSignal"),
      };
      const rows = found.finding
        ? compare(texts, rule, said, found.finding)
        : [{ item: pick(rule.title), said: t("checks.signal.holds"), ledger: t("checks.none") }];
      if (rows.length === 0) return { kind: "agrees", text: t("checks.signal.agrees"), ...shared };
      return (await found.pending?.()) ?? { kind: "differs", rows, ...shared };
    } catch (error) {
      signal.throwIfAborted();
      return cannotResult(error, language);
    }
  };
}
