import { readHead, readKeys } from "../../../../sdk/verify/log-trust.ts";
import { RpcClient } from "../../../../sdk/rpc.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../../ui/verify/types.ts";
import { cannotResult, evidenceHead } from "../ledger.ts";
import type { Standing } from "../ledger.ts";
import { askLog } from "./ask-log.ts";
import { judge, serviceOf } from "./judge-offline.ts";
import type { KnownOf } from "./judge-offline.ts";
import type { FoundReceipt } from "./read-receipt.ts";
import { stepsOf } from "./steps.ts";

/** The ledger that a page speaks of, with its deployment, after which logs are named. */
export type LogStanding = Standing & { readonly deployment: string };

/** The page's block, or the receipt's when it is newer and the node has it. */
async function blockFor(rpcUrl: string, { block }: Standing, wanted: number, signal: AbortSignal) {
  if (wanted <= block) return block;
  const newest = Number(await new RpcClient(rpcUrl).call<string>("eth_blockNumber", [], signal));
  return Math.max(block, Math.min(newest, wanted));
}

/**
 * Verifies a receipt with the keys and the head that the reader's node has, whatever this website says.
 *
 * @param onKnown told what the ledger said of the service, for checks without a network
 */
export async function* judgeByLedger(
  texts: Texts,
  standing: LogStanding,
  found: FoundReceipt,
  [address, signal]: readonly [string, AbortSignal],
  onKnown: (service: string, known: KnownOf) => void = () => undefined,
): AsyncGenerator<VerifyStep, VerifyResult> {
  const { t, language, count } = texts;
  try {
    const { receipt } = found;
    const service = serviceOf(found);
    const block = await blockFor(address, standing, receipt?.anchor.block ?? 0, signal);
    const log = yield* askLog(texts, address, { ...standing, block }, signal);
    if ("kind" in log) return log;
    const keys = await readKeys(log, service, signal);
    yield { text: t("receipt.step.keys", { count: keys.length }) };
    const head = receipt && (await readHead(log, receipt, signal));
    if (head) yield { text: t("receipt.step.head", { block: count(head.block), count: head.size }) };
    const known = { keys, heads: head ? [head] : [] };
    onKnown(service, known);
    const outcome = judge(found, standing.deployment, known);
    const steps = stepsOf(outcome, language);
    yield* steps;
    const compared = steps.flatMap(({ title, outcome: came }) => (title && came === "holds" ? [title] : []));
    const evidence = {
      ...evidenceHead("receipt", { chainId: standing.chainId, block }, log.asked, log.directory),
      deployment: standing.deployment,
      contract: log.contract,
      receipt: receipt ?? null,
      known,
      report: outcome,
    };
    const fails = { kind: "differs", title: t("receipt.result.failsTitle"), rows: [], evidence } as const;
    if (outcome.verdict === "fails") return { ...fails, text: t("receipt.result.fails") };
    if (receipt && !head)
      return {
        ...fails,
        text: t("receipt.result.noHead", { block: count(receipt.anchor.block) }),
        code: "LOG_RECEIPT_HEAD",
      };
    if (outcome.verdict === "holds")
      return {
        kind: "agrees",
        title: t("receipt.result.holdsTitle"),
        text: t("receipt.result.holds"),
        compared: [...new Set(compared)],
        evidence,
      };
    return {
      kind: "unknown",
      why: t("receipt.result.unknown"),
      mend: t("receipt.result.unknownMend"),
      code: "LOG_RECEIPT_INCOMPLETE",
      evidence,
    };
  } catch (error) {
    signal.throwIfAborted();
    return cannotResult(error, language);
  }
}
