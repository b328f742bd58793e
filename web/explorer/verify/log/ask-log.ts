import type { LogOnNode } from "../../../../sdk/verify/log-events.ts";
import type { AskedDetail } from "../../../../sdk/verify/step.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../../ui/verify/types.ts";
import { askedStep, askLedger } from "../ledger.ts";
import type { Standing } from "../ledger.ts";
import { findListed } from "../listed.ts";

/** The register of logs, as a node serves it that the reader chose. */
export type AskedLog = LogOnNode & { readonly asked: AskedDetail; readonly directory: string };

/**
 * Asks the reader's node for the ledger, and its directory for the register of logs.
 *
 * @param more other registers that are needed too
 * @returns why it cannot be asked, where it cannot
 * @throws ProngsaiError as `askLedger`; RpcError
 */
export async function* askLog<More extends string = never>(
  texts: Texts,
  address: string,
  standing: Standing,
  signal: AbortSignal,
  more: readonly More[] = [],
): AsyncGenerator<VerifyStep, (AskedLog & { readonly registers: Record<More, string> }) | VerifyResult> {
  const { rpc, asked } = await askLedger(address, standing, signal);
  yield askedStep(texts, asked);
  const listed = yield* findListed(texts, rpc, ["ActionLog", ...more], standing.block, signal);
  if ("refused" in listed) return listed.refused;
  const { chainId, block } = asked;
  const { registers, directory } = listed;
  return { rpc, asked, chainId, block, contract: registers.ActionLog.toLowerCase(), registers, directory };
}
