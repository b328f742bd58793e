import { FatalError } from "../errors/index.ts";
import type { Log } from "../source/types.ts";
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
export function decoderOf(contract: string, log: Log): Decoder | undefined {
  const topic = log.selector;
  const decoder = byContract[contract]?.[topic];
  if (decoder || outside.has(topic)) return decoder;
  throw new FatalError("INDEX_EVENT_UNKNOWN", { contract, topic, block: log.block });
}

/** @throws FatalError INDEX_EVENT_MALFORMED when topics or data do not hold the event's arguments */
export function decodeArguments(decoder: Decoder, log: Log): object {
  if (log.topics !== decoder.topics) {
    throw malformed(decoder, log, "topics or data do not have the event's form");
  }
  try {
    return decoder.decode(log.bytes);
  } catch (cause) {
    throw malformed(decoder, log, (cause as Error).message, cause);
  }
}

function malformed(decoder: Decoder, log: Log, reason: string, cause?: unknown): FatalError {
  const details = { block: log.block, logIndex: log.index, reason };
  return new FatalError("INDEX_EVENT_MALFORMED", { event: decoder.name, ...details }, cause);
}
