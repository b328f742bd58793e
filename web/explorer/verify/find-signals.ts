import { eventTopic, numberTopic } from "../../../sdk/abi-event.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { AbiEvent } from "../../../sdk/journal.ts";
import type { RedFlagRule } from "../../../sdk/redflags/index.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import { readLogs } from "../../../sdk/verify/read-logs.ts";
import type { Finding } from "../../../sdk/verify/signals/finding.ts";
import { isOfRegisters } from "../../../sdk/verify/signals/native.ts";
import type { SignalSource } from "../../../sdk/verify/signals/native.ts";
import { reportedFindings } from "../../../sdk/verify/signals/reported.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../ui/verify/types.ts";
import { callEntries } from "./call.ts";
import { askedStep, askLedger } from "./ledger.ts";
import type { Standing } from "./ledger.ts";
import { findListed } from "./listed.ts";
import { pendingResult, readAnchored } from "./read-anchored.ts";

/** What was looked at anew, with what to say first when it differs; or why nothing was. */
export type FoundSignals =
  | { readonly findings: readonly Finding[]; readonly pending?: () => Promise<VerifyResult | undefined> }
  | { readonly refused: VerifyResult };

/** What a rule over the ledger looks at, or how many entries it would have to read. */
type InRegisters = (
  source: SignalSource,
) => Promise<{ readonly findings: readonly Finding[] } | { readonly tooMany: number }>;

const enrolledEvent = abis.IAgencyRegistry.find(({ name }) => name === "OfficerEnrolled") as AbiEvent;

/** Reads all imported files anew and looks at them as the rule does. */
async function* findReported(
  texts: Texts,
  standing: Standing,
  rule: string,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, FoundSignals> {
  const read = yield* readAnchored(texts, standing, null, address, signal);
  if ("refused" in read) return read;
  const findings = reportedFindings(
    rule,
    read.projects.map(({ project }) => project),
  );
  return { findings, pending: () => pendingResult(texts, read.batches) };
}

const REGISTERS = ["AgencyRegistry", "BudgetLines", "BudgetCommitments", "BudgetDisbursements"];

/** Lets `look` read the registers' entries. */
async function* findInRegisters(
  texts: Texts,
  standing: Standing,
  address: string,
  signal: AbortSignal,
  look: InRegisters,
): AsyncGenerator<VerifyStep, FoundSignals> {
  const { t, count } = texts;
  const { rpc, asked } = await askLedger(address, standing, signal);
  yield askedStep(texts, asked);
  const listed = yield* findListed(texts, rpc, REGISTERS, standing.block, signal);
  if ("refused" in listed) return listed;
  const to = (name: string) => listed.registers[name] ?? "";
  const found = await look({
    blockTime: asked.blockTime,
    read: async (getters) => {
      const calls = getters.map((getter) => ({ ...getter, to: to(getter.contract) }));
      const answers = await callEntries(rpc, calls, standing.block, signal);
      return answers.map((answer) => (answer instanceof RpcError ? null : answer));
    },
    accounts: async (agency, personTag) => {
      const accounts: string[] = [];
      const ofAgency = agency === null ? null : numberTopic(agency);
      const topics = [eventTopic(enrolledEvent), null, ofAgency, personTag];
      const range = { address: to("AgencyRegistry"), topics, fromBlock: 0, toBlock: standing.block };
      for await (const { logs } of readLogs(rpc, range, { signal })) {
        for (const { topics: told } of logs) accounts.push(`0x${(told[1] ?? "").slice(-40)}`);
      }
      return accounts;
    },
  });
  if ("findings" in found) return found;
  const why = t("checks.tooManyEntries", { number: count(found.tooMany) });
  return { refused: { kind: "unknown", why, mend: t("checks.tooManyMend") } };
}

/**
 * Reads anew what a rule looks at: from the imported files, or from the registers, of which `inRegisters` says which
 * entries are meant.
 */
export async function* findSignals(
  texts: Texts,
  standing: Standing,
  rule: RedFlagRule,
  inRegisters: InRegisters,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, FoundSignals> {
  const { t, pick } = texts;
  if (rule.appliesTo === "native" && !isOfRegisters(rule.id)) {
    const why = t("checks.signal.document");
    return { refused: { kind: "unknown", why, mend: t("checks.signal.documentMend"), alone: true } };
  }
  const found =
    rule.appliesTo === "reported"
      ? yield* findReported(texts, standing, rule.id, address, signal)
      : yield* findInRegisters(texts, standing, address, signal, inRegisters);
  if ("findings" in found) yield { text: t("checks.signal.computed", { rule: pick(rule.title) }) };
  return found;
}
