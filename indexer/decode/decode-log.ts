import { FatalError } from "../errors/index.ts";
import type { RpcLog } from "../source/types.ts";
import { decoders, outsideTopics } from "./generated/index.ts";
import type { EventsByContract } from "./generated/index.ts";

export type ContractName = keyof EventsByContract;

export interface Decoder {
  readonly contract: string;
  readonly name: string;
  /** topics of a log, selector included */
  readonly topics: number;
  /** words of the data that hold offsets */
  readonly slots: readonly number[];
  /** arguments that are documents */
  readonly documents: readonly string[];
  /** @param log topics and data in one piece */
  readonly decode: (log: Buffer) => object;
}

const byContract: Readonly<Record<string, Readonly<Record<string, Decoder>>>> = decoders;
const outside = new Set(outsideTopics);

/** The contracts whose events the mirror reads. */
export const contractNames = Object.keys(decoders) as ContractName[];

/**
 * The decoder of a log, undefined when the event is no fact of the register.
 *
 * @throws FatalError INDEX_EVENT_UNKNOWN
 */
export function decoderOf(contract: string, log: RpcLog): Decoder | undefined {
  const topic = log.topics[0] ?? "none";
  const decoder = byContract[contract]?.[topic];
  if (decoder || outside.has(topic)) return decoder;
  throw new FatalError("INDEX_EVENT_UNKNOWN", { contract, topic, block: Number(log.blockNumber) });
}

/**
 * Topics and data of a log in one piece.
 *
 * @throws FatalError INDEX_EVENT_MALFORMED
 */
export function logBytes(decoder: Decoder, log: RpcLog): Buffer {
  let hex = "";
  for (const topic of log.topics) hex += topic.slice(2);
  hex += log.data.slice(2);
  const bytes = Buffer.from(hex, "hex");
  if (log.topics.length !== decoder.topics || bytes.length * 2 !== hex.length) {
    throw malformed(decoder, log, "topics or data do not have the event's form");
  }
  return bytes;
}

/** @throws FatalError INDEX_EVENT_MALFORMED when the data do not hold the event's arguments */
export function decodeArguments(decoder: Decoder, log: RpcLog, bytes: Buffer): object {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw malformed(decoder, log, (cause as Error).message, cause);
  }
}

function malformed(decoder: Decoder, log: RpcLog, reason: string, cause?: unknown): FatalError {
  const details = { block: Number(log.blockNumber), logIndex: Number(log.logIndex), reason };
  return new FatalError("INDEX_EVENT_MALFORMED", { event: decoder.name, ...details }, cause);
}
