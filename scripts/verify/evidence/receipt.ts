import { logOrigin } from "../../../sdk/log/checkpoint/index.ts";
import { readReceipt } from "../../../sdk/log/receipt/index.ts";
import { NO_TRUST, verifyReceipt } from "../../../sdk/log/verify/index.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { keysFor } from "../../../sdk/verify/checkpoint-keys.ts";
import { readHead, readKeys } from "../../../sdk/verify/log-trust.ts";
import { cannotVerify } from "../errors.ts";
import type { ReceiptEvidence } from "./file.ts";
import { listedRow } from "./getters.ts";
import type { Row } from "./recheck.ts";

/**
 * Verifies the receipt anew, with keys and head read from the ledger; what the evidence says of them is only compared.
 *
 * @throws ProngsaiError VERIFY_CANNOT, LOG_FILE_MALFORMED …; RpcError
 */
export async function receiptRows(evidence: ReceiptEvidence, rpc: RpcClient): Promise<Row[]> {
  const { chainId, block, contract, directory, deployment, known, report } = evidence;
  if (!evidence.receipt)
    throw cannotVerify(
      {
        th: "ใบรับเป็นแบบ COSE ที่มีแต่หลักฐานพิสูจน์",
        en: "The receipt was one in COSE that carries nothing but its proof.",
      },
      {
        th: "สั่ง npm run verify -- receipt FILE กับใบรับนั้นเอง",
        en: "npm run verify -- receipt FILE, with the receipt itself",
      },
    );
  const receipt = readReceipt(evidence.receipt);
  const { service, anchor } = receipt;
  const log = { rpc, chainId, contract: contract.toLowerCase(), block };
  const head = await readHead(log, receipt);
  const origin = logOrigin(service, deployment);
  const keys = keysFor(await readKeys(log, service), origin, head?.blockTime ?? anchor.blockTime);
  const now = verifyReceipt(receipt, { ...NO_TRUST, keys, heads: head ? [head] : [] });
  return [
    await listedRow(rpc, directory, { name: "ActionLog", address: contract }, block),
    {
      item: `root of ${service} at size ${anchor.size}, block ${anchor.block}`,
      said: anchor.root,
      noted: known.heads[0]?.root ?? null,
      ledger: head?.root ?? null,
    },
    ...now.steps.map(({ code, outcome }) => ({
      item: `receipt: ${code} (entry ${receipt.index})`,
      // A receipt says of itself that all of it holds; what nobody can check here it may say.
      said: outcome === "unknown" ? outcome : "holds",
      noted: report.steps.find((step) => step.code === code)?.outcome ?? null,
      ledger: outcome,
    })),
  ];
}
