import { AbiCoder, getAddress, keccak256 } from "ethers";
import { logOrigin } from "../../../sdk/log/checkpoint/index.ts";
import type { Receipt } from "../../../sdk/log/receipt/index.ts";
import { NO_TRUST } from "../../../sdk/log/verify/index.ts";
import type { Trust } from "../../../sdk/log/verify/index.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { quantity } from "../../../sdk/verify/ask-block.ts";
import { keysFor } from "../../../sdk/verify/checkpoint-keys.ts";
import { readHead, readKeys } from "../../../sdk/verify/log-trust.ts";
import { readLogs } from "../../../sdk/verify/read-logs.ts";
import { CHECK_DIRECTORY, cannotVerify } from "../errors.ts";
import { strangeTo } from "../evidence/getters.ts";

/** Block that created the Directory: its constructor writes the first of its events. */
async function createdAt(rpc: RpcClient, directory: string, newest: number): Promise<number> {
  const range = { address: directory, fromBlock: 0, toBlock: newest };
  for await (const { logs } of readLogs(rpc, range, { blocks: 1_000_000 }))
    if (logs[0]) return Number(logs[0].blockNumber);
  throw cannotVerify(
    {
      th: `โหนดไม่รู้จักสารบบ (Directory) ที่ ${directory}`,
      en: `The node knows no Directory at ${directory}.`,
    },
    CHECK_DIRECTORY,
  );
}

/** keccak256(chain id, hash of block 0, Directory, hash of the block that created it), as the deployment made it. */
async function deploymentId(rpc: RpcClient, chainId: number, directory: string, newest: number) {
  const hashOf = async (block: number) =>
    (await rpc.call<{ hash: string }>("eth_getBlockByNumber", [quantity(block), false])).hash;
  const [genesis, created] = await Promise.all([
    hashOf(0),
    createdAt(rpc, directory, newest).then((block) => hashOf(block)),
  ]);
  const parts = [chainId, genesis, getAddress(directory), created];
  return keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "bytes32", "address", "bytes32"], parts));
}

/**
 * What somebody who asks their own node may believe of a receipt's log: the service's keys, and the head where the
 * receipt says that it is. Nothing that the receipt says is believed; it only says where to look.
 *
 * @param directory address of the ledger's Directory
 * @throws ProngsaiError VERIFY_CANNOT when the Directory lists no such log; RpcError
 */
export async function readTrust(rpc: RpcClient, directory: string, receipt: Receipt): Promise<Trust> {
  const { service, anchor } = receipt;
  const chainId = Number(await rpc.call<string>("eth_chainId"));
  const block = Number(await rpc.call<string>("eth_blockNumber"));
  const id = await deploymentId(rpc, chainId, directory, block);
  const contract = anchor.contract.toLowerCase();
  if (await strangeTo(rpc, directory, [{ name: "ActionLog", address: contract }], block))
    throw cannotVerify(
      {
        th: `สารบบ ${directory} ไม่มีสัญญา ${contract} ที่ใบรับอ้างถึง`,
        en: `The Directory ${directory} does not list the contract ${contract} that the receipt names.`,
      },
      {
        th: "ใบรับเป็นของสมุดบัญชีอื่น หรือเป็นของปลอม ตรวจ --directory",
        en: "The receipt is of another ledger, or forged; check --directory.",
      },
    );
  const log = { rpc, chainId, contract, block };
  const head = await readHead(log, receipt);
  const keys = keysFor(
    await readKeys(log, service),
    logOrigin(service, id),
    head?.blockTime ?? anchor.blockTime,
  );
  return { ...NO_TRUST, keys, heads: head ? [head] : [] };
}
