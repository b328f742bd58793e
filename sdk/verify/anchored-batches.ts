import { eventTopic } from "../abi-event.ts";
import { abis } from "../generated/abi/index.ts";
import type { AbiEvent } from "../journal.ts";
import type { RpcClient } from "../rpc.ts";
import { readLogs } from "./read-logs.ts";

/** An imported file as the ledger anchored it; digests as `0x…`, the CID as text. */
export interface AnchoredBatch {
  readonly batchId: number;
  /** `egp` or `ocds` */
  readonly format: string;
  readonly fileCid: string;
  readonly fileSha256: string;
  readonly merkleRoot: string;
  readonly rowCount: number;
  readonly quarantined: number;
  readonly parserVersion: string;
  /** the batch that replaced it in totals */
  readonly supersededBy: number | null;
}

type Batch = {
  readonly fileCid: string;
  readonly fileSha256: string;
  readonly merkleRoot: string;
  readonly rowCount: bigint;
  readonly quarantined: bigint;
  readonly parserVersion: string;
};

const eventOf = (name: string) =>
  abis.IImportAnchor.find((item) => item.type === "event" && item.name === name) as AbiEvent;

/**
 * Every imported file that the ledger knows of as of a block, in the order of their numbers, from the events of its
 * register. Nothing that a website says goes into it but the register's address.
 *
 * @param address of the ImportAnchor
 * @throws RpcError
 */
export async function anchoredBatches(
  rpc: RpcClient,
  address: string,
  block: number,
  signal?: AbortSignal,
): Promise<readonly AnchoredBatch[]> {
  // Large, and needed only when a reader asks for the check.
  const [{ Interface, decodeBytes32String, getBytes }, { CID }] = await Promise.all([
    import("ethers"),
    import("multiformats/cid"),
  ]);
  const reader = new Interface(abis.IImportAnchor);
  const topics = [[eventTopic(eventOf("BatchAnchored")), eventTopic(eventOf("BatchSuperseded"))]];
  const batches = new Map<number, AnchoredBatch>();
  const range = { address, topics, fromBlock: 0, toBlock: block };
  for await (const { logs } of readLogs(rpc, range, { signal })) {
    for (const log of logs) {
      const event = reader.parseLog({ topics: [...log.topics], data: log.data })!;
      const batchId = Number(event.args["batchId"]);
      if (event.name === "BatchSuperseded") {
        const known = batches.get(batchId);
        if (known) batches.set(batchId, { ...known, supersededBy: Number(event.args["byBatchId"]) });
        continue;
      }
      const batch = event.args["batch"].toObject() as Batch;
      batches.set(batchId, {
        batchId,
        format: decodeBytes32String(event.args["format"] as string),
        fileCid: CID.decode(getBytes(batch.fileCid)).toString(),
        fileSha256: batch.fileSha256.toLowerCase(),
        merkleRoot: batch.merkleRoot.toLowerCase(),
        rowCount: Number(batch.rowCount),
        quarantined: Number(batch.quarantined),
        parserVersion: batch.parserVersion,
        supersededBy: null,
      });
    }
  }
  return [...batches.values()].sort((a, b) => a.batchId - b.batchId);
}

/** The files that a total is made of: those asked for, else all that nobody has replaced. */
export function batchesThatCount(
  batches: readonly AnchoredBatch[],
  asked: readonly number[] | null | undefined,
): readonly AnchoredBatch[] {
  return batches.filter(({ batchId, supersededBy }) =>
    asked ? asked.includes(batchId) : supersededBy === null,
  );
}
