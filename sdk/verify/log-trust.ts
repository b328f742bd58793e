import type { Anchor, ChainCosigner } from "../log/receipt/index.ts";
import type { TrustedHead } from "../log/verify/index.ts";
import { quantity } from "./ask-block.ts";
import type { CheckpointKey } from "./checkpoint-keys.ts";
import { serviceEvents } from "./log-events.ts";
import type { LogEvent, LogOnNode } from "./log-events.ts";

/** The contract's numbers for what a key is for and how it is written. */
const CHECKPOINT = 1n;
const ED25519 = 0n;

/** Every key that ever could sign the service's checkpoints, as the chain has it. @throws RpcError */
export async function readKeys(
  log: LogOnNode,
  service: string,
  signal?: AbortSignal,
): Promise<CheckpointKey[]> {
  const blocks = [0, log.block] as const;
  const events = await serviceEvents(log, ["KeyAdded", "KeyEnded"], service, blocks, signal);
  const ended = new Map(
    events.flatMap(({ name, args }) =>
      name === "KeyEnded" ? [[String(args["keyId"]), Number(args["endedAt"])] as const] : [],
    ),
  );
  return events.flatMap(({ name, args }) => {
    if (name !== "KeyAdded" || args["use"] !== CHECKPOINT || args["algorithm"] !== ED25519) return [];
    const keyId = String(args["keyId"]);
    return [
      {
        keyId,
        publicKey: String(args["publicKey"]),
        validUntil: Number(args["validUntil"]),
        endedAt: ended.get(keyId) ?? null,
      },
    ];
  });
}

const placeOf = ({ log }: LogEvent) => ({
  txHash: log.transactionHash.toLowerCase(),
  block: Number(log.blockNumber),
});

/** More blocks than agencies could have confirmed one head in. */
const MOST_BLOCKS = 64;

/**
 * The head that the chain has where a receipt says it is, with those of the claimed confirmations that are there too;
 * undefined when the chain has no such head in that block. Nothing of the claim is believed: it only says where to look.
 *
 * @throws RpcError
 */
export async function readHead(
  log: LogOnNode,
  claim: { readonly service: string; readonly anchor: Anchor; readonly cosigners: readonly ChainCosigner[] },
  signal?: AbortSignal,
): Promise<TrustedHead | undefined> {
  const { service, anchor, cosigners } = claim;
  if (anchor.block > log.block) return undefined;
  const at = (block: number) => [block, block] as const;
  const anchored = await serviceEvents(log, ["Anchored"], service, at(anchor.block), signal);
  const found = anchored.find(({ args }) => Number(args["size"]) === anchor.size);
  if (!found) return undefined;
  const block = await log.rpc.call<{ timestamp: string }>(
    "eth_getBlockByNumber",
    [quantity(anchor.block), false],
    signal,
  );
  const confirmed: ChainCosigner[] = [];
  const blocks = [...new Set(cosigners.map((one) => one.block))].filter((one) => one <= log.block);
  for (const one of blocks.slice(0, MOST_BLOCKS)) {
    const events = await serviceEvents(log, ["HeadCosigned"], service, at(one), signal);
    // Who confirmed a longer log confirmed this one too: the chain takes only what extends it.
    for (const event of events.filter(({ args }) => Number(args["size"]) >= anchor.size)) {
      const { agency, officer } = event.args;
      confirmed.push({ agency: Number(agency), officer: String(officer).toLowerCase(), ...placeOf(event) });
    }
  }
  return {
    service,
    chainId: log.chainId,
    contract: log.contract,
    ...placeOf(found),
    blockTime: Number(block.timestamp),
    size: anchor.size,
    root: String(found.args["root"]).toLowerCase(),
    cosigners: confirmed,
  };
}
