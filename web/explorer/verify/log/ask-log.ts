import type { LogOnNode } from "../../../../sdk/verify/log-events.ts";
import type { AskedDetail } from "../../../../sdk/verify/step.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { VerifyResult, VerifyStep } from "../../../ui/verify/types.ts";
import { askedStep, askLedger, findContracts } from "../ledger.ts";
import type { Standing } from "../ledger.ts";
import { askListed } from "../listed.ts";

/** The register of logs, as a node serves it that the reader chose. */
export type AskedLog = LogOnNode & { readonly asked: AskedDetail; readonly directory: string };

/**
 * Asks the reader's node for the ledger, and its directory for the register of logs.
 *
 * @returns why it cannot be asked, where it cannot
 * @throws ProngsaiError as `askLedger`; RpcError
 */
export async function* askLog(
  texts: Texts,
  address: string,
  standing: Standing,
  signal: AbortSignal,
): AsyncGenerator<VerifyStep, AskedLog | VerifyResult> {
  const { t } = texts;
  const { rpc, asked } = await askLedger(address, standing, signal);
  yield askedStep(texts, asked);
  const { address: addressOf, directory } = await findContracts();
  const contract = addressOf("ActionLog");
  if (!contract || !directory)
    return {
      kind: "unknown",
      why: t("checks.noContracts", { name: "ActionLog" }),
      code: "VERIFY_NO_CONTRACT",
    };
  const listed = await askListed(
    texts,
    rpc,
    directory,
    [{ name: "ActionLog", address: contract }],
    standing.block,
    signal,
  );
  if ("refused" in listed) return listed.refused;
  yield listed.step;
  const { chainId, block } = asked;
  return { rpc, asked, chainId, block, contract: contract.toLowerCase(), directory };
}
