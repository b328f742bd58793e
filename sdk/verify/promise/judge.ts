import { Interface } from "ethers";
import { ProngsaiError } from "../../errors.ts";
import { sdkError } from "../../errors/sdk.ts";
import { abis } from "../../generated/abi/index.ts";
import { equalBytes, fromHex, toHex } from "../../hex.ts";
import type { Fetching } from "../../log/bundle/index.ts";
import type { LogAnswer } from "../../log/promise/answer.ts";
import { proveInclusion } from "../../merkle.ts";
import type { LogOnNode } from "../log-events.ts";
import { AnchoredLeaves, pathOf, readAnchors, timeOf } from "./anchored.ts";
import type { ChainAnchor } from "./anchored.ts";
import { promiseOnChain } from "./chain.ts";
import type { Breach, PromiseOnChain } from "./chain.ts";

const abi = new Interface(abis.ActionLog);

/** One way in which a promise is broken, and the call that puts it on record; anybody may make it. */
export interface FoundBreach {
  readonly breach: Breach;
  /** the first entry that is missing, or that is another one */
  readonly index: number;
  /** on record already: the contract takes each way once */
  readonly reported: boolean;
  /** data of the transaction to the ActionLog, `0x…` */
  readonly data: string;
}

type Found = Omit<FoundBreach, "reported">;

export type PromiseVerdict =
  /** the signature is not one of a gateway that the service had: nobody can be held to it */
  | { readonly state: "notPromised"; readonly signer: string | undefined }
  /** not anchored yet, and not due */
  | { readonly state: "open"; readonly anchored: number; readonly deadline: number; readonly now: number }
  /** due by the clock of whoever checks, while the ledger has made no block since: its next one decides a report */
  | {
      readonly state: "overdue";
      readonly anchored: number;
      readonly deadline: number;
      readonly now: number;
      readonly breaches: readonly FoundBreach[];
    }
  /** every entry stands where it was promised; `late` seconds after the deadline, 0 when in time */
  | { readonly state: "kept"; readonly block: number; readonly late: number }
  /** the same, after somebody had put on record that it was not anchored in time; that stays */
  | { readonly state: "keptTooLate"; readonly block: number; readonly late: number }
  | { readonly state: "broken"; readonly breaches: readonly FoundBreach[] }
  /**
   * the chain has the place of a promised entry, but what was published of it cannot be had, or does not fit the chain: until
   * it can, nobody can say which entry stands there
   */
  | {
      readonly state: "withheld";
      readonly index: number;
      /** of the anchor that has the place */
      readonly block: number;
      /** LOG_…, DOCUMENT_… */
      readonly cause: ProngsaiError;
      /** whether a breach is on record, from when more could be seen or less was anchored; that stays */
      readonly isReported: boolean;
    };

type Withheld = Omit<Extract<PromiseVerdict, { state: "withheld" }>, "isReported">;

/** The first anchored entry that is not the promised one; or that cannot be compared, because it was not published. */
async function wrongLeaf(
  { leaves, promise, firstIndex }: LogAnswer,
  fetching: Fetching,
  anchors: readonly ChainAnchor[],
): Promise<Found | Withheld | undefined> {
  const size = anchors.at(-1)?.to ?? 0;
  if (size <= firstIndex) return undefined;
  const anchored = new AnchoredLeaves(fetching, anchors);
  const promised = leaves.map((leaf) => fromHex(leaf, 32));
  for (let offset = 0; offset < promised.length && firstIndex + offset < size; offset++) {
    const index = firstIndex + offset;
    const read = await anchored.read(index).catch((cause: unknown): Withheld => {
      if (!(cause instanceof ProngsaiError)) throw cause;
      return { state: "withheld", index, block: anchors.find(({ to }) => to > index)!.block, cause };
    });
    if ("state" in read) return read;
    const { leaf, proof } = read;
    if (equalBytes(leaf, promised[offset]!)) continue;
    const data = abi.encodeFunctionData("reportWrongLeaf", [
      ...[promise, offset, leaves[offset], pathOf(proveInclusion(promised, offset))],
      ...[toHex(leaf), pathOf(proof)],
    ]);
    return { breach: "WrongLeaf", index, data };
  }
  return undefined;
}

/** @param now Unix seconds by which the deadline is judged */
function missedDeadline(
  { promise, firstIndex, count, deadline }: LogAnswer,
  { size }: PromiseOnChain,
  now: number,
): Found | undefined {
  if (now <= deadline || size >= firstIndex + count) return undefined;
  const data = abi.encodeFunctionData("reportMissedDeadline", [promise]);
  return { breach: "DeadlineMissed", index: Math.max(size, firstIndex), data };
}

async function kept(
  log: LogOnNode,
  answer: LogAnswer,
  anchors: readonly ChainAnchor[],
  reported: readonly Breach[],
): Promise<PromiseVerdict> {
  const { block } = anchors.find(({ to }) => to >= answer.firstIndex + answer.count)!;
  const late = Math.max(0, (await timeOf(log, block)) - answer.deadline);
  return { state: reported.includes("DeadlineMissed") ? "keptTooLate" : "kept", block, late };
}

/**
 * Whether a promise was kept, from the chain and published documents alone. The gateway that gave it is not asked.
 *
 * @param clock Unix seconds of whoever checks: an operator who makes no more blocks cannot keep a promise from being due.
 * Absent: the ledger's time alone counts
 * @throws RpcError; ProngsaiError VERIFY_REORGANISED
 */
export async function judgePromise(
  log: LogOnNode,
  answer: LogAnswer,
  fetching: Fetching,
  clock = 0,
): Promise<PromiseVerdict> {
  const { firstIndex, count, deadline, service, promise } = answer;
  const chain = await promiseOnChain(log, promise);
  const { signer, isGateway, size, now, reported } = chain;
  if (!isGateway) return { state: "notPromised", signer };
  const anchors = await readAnchors(log, service);
  // State and events of one block: a node that gives one without the other cannot be asked.
  if ((anchors.at(-1)?.to ?? 0) !== size) throw sdkError("VERIFY_REORGANISED", { block: log.block });
  const breachesBy = (missed: Found | undefined, wrong: Found | undefined): FoundBreach[] =>
    [missed, wrong]
      .filter((one) => one !== undefined)
      .map((one) => ({ ...one, reported: reported.includes(one.breach) }));
  const compared = await wrongLeaf(answer, fetching, anchors);
  const [wrong, withheld] = compared && "state" in compared ? [undefined, compared] : [compared, undefined];
  const breaches = breachesBy(missedDeadline(answer, chain, now), wrong);
  // What is missing is so whatever stands before it: withholding that hides no missed deadline.
  if (breaches.length > 0) return { state: "broken", breaches };
  const missed = missedDeadline(answer, chain, clock);
  if (withheld && !missed) return { ...withheld, isReported: reported.length > 0 };
  if (size >= firstIndex + count) return await kept(log, answer, anchors, reported);
  if (!missed) return { state: "open", anchored: size, deadline, now };
  return { state: "overdue", anchored: size, deadline, now, breaches: breachesBy(missed, undefined) };
}
