import { Wallet } from "ethers";
import { readAccountKey } from "../../../api/keys/account-key.ts";
import { RpcClient, RpcError } from "../../../sdk/rpc.ts";
import type { FoundBreach } from "../../../sdk/verify/promise/index.ts";
import { cannotVerify } from "../errors.ts";
import { instancesOf, sendToInstance } from "./send-to-instance.ts";
import { nodeSaid, sendToNode } from "./send-to-node.ts";
import type { Signing } from "./signing.ts";

export interface Reporting {
  readonly rpc: string;
  /** where documents are asked for, which may be the public address of a ledger's service */
  readonly gateway?: string;
  readonly chainId: number;
  /** address of the ActionLog */
  readonly contract: string;
  readonly keyFile?: string;
}

/** A breach that is on record now, and the transaction that put it there. */
export type Reported = Pick<FoundBreach, "breach" | "index"> & { readonly txHash: string };

const cannot = (said: string, cause?: unknown) =>
  cannotVerify(
    {
      th: `แจ้งการผิดคำมั่นไว้ในสมุดบัญชีกลางไม่ได้: ${said}`,
      en: `The breach could not be put on record: ${said}`,
    },
    {
      th: "ระบุโหนดที่รับธุรกรรมด้วย --rpc หรือที่อยู่สาธารณะของสมุดบัญชีกลางด้วย --gateway ถ้าธุรกรรมมีค่าใช้จ่าย ให้ระบุบัญชีที่จ่ายได้ด้วย --key-file",
      en: "Give --rpc a node that takes transactions, or --gateway the ledger's public address; where transactions cost something, --key-file an account that can pay.",
    },
    cause,
  );

/** By the node; by the ledger's public service where the node only answers questions. @throws ProngsaiError VERIFY_CANNOT */
async function send({ rpc: url, gateway }: Reporting, signing: Signing, data: string): Promise<string> {
  const rpc = new RpcClient(url);
  try {
    return await sendToNode(rpc, signing, data);
  } catch (error) {
    if (!(error instanceof RpcError)) throw cannot((error as Error).message, error);
    if (!error.isNotOffered) throw cannot(nodeSaid(error), error);
  }
  const said = [`the node ${rpc.shownUrl} takes no transactions`];
  for (const origin of instancesOf(url, gateway))
    try {
      return await sendToInstance(origin, signing, data);
    } catch (error) {
      said.push((error as Error).message);
    }
  throw cannot(said.join("; "));
}

/**
 * Puts breaches on record. Anybody may: the contract checks the promise itself, so it is told by an account that is made
 * for it unless one is given.
 *
 * @throws ProngsaiError VERIFY_CANNOT, LOG_KEY_FILE, LOG_KEY_DEMONSTRATION
 */
export async function reportBreaches(
  reporting: Reporting,
  breaches: readonly FoundBreach[],
): Promise<Reported[]> {
  const { chainId, contract, keyFile } = reporting;
  const wallet = keyFile ? readAccountKey("--key-file", keyFile, chainId) : Wallet.createRandom();
  const reported: Reported[] = [];
  for (const { breach, index, data } of breaches.filter((one) => !one.reported))
    reported.push({ breach, index, txHash: await send(reporting, { wallet, chainId, contract }, data) });
  return reported;
}
