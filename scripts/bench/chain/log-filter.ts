import type { Recording } from "./recording/reader.ts";

interface Log {
  readonly address: string;
  readonly topics: readonly string[];
}

type OneOrMore = string | readonly string[] | null | undefined;

export interface LogFilter {
  readonly address?: OneOrMore;
  readonly topics?: readonly OneOrMore[];
}

const values = (wanted: OneOrMore): Set<string> | undefined =>
  wanted === null || wanted === undefined || wanted.length === 0
    ? undefined
    : new Set([wanted].flat().map((one) => one.toLowerCase()));

/** The logs of a range that a filter lets through, as JSON values separated by commas. */
export function filteredLogs(recording: Recording, filter: LogFilter, from: number, to: number): Buffer {
  const addresses = values(filter.address);
  const topics = (filter.topics ?? []).map(values);
  // Whole kinds of logs can be judged without looking at a log, unless other topics than the first are asked for.
  const refused = topics.slice(1).some(Boolean)
    ? -1n
    : recording.kinds.reduce((bits, kind, i) => {
        const [address, topic] = kind.split(" ") as [string, string];
        const wanted = (addresses?.has(address) ?? true) && (topics[0]?.has(topic) ?? true);
        return wanted ? bits : bits | (1n << BigInt(i));
      }, 0n);
  const stretches: Buffer[] = [];
  const add = (stretch: Buffer) => {
    if (stretch.length > 0) stretches.push(stretch);
  };
  let start = from;
  for (let number = from; number <= to; number++) {
    if ((recording.marks[number]!.kinds & refused) === 0n) continue;
    if (start < number) add(recording.read("logs", start, number - 1));
    add(sift(logsOf(recording, number), addresses, topics));
    start = number + 1;
  }
  if (start <= to) add(recording.read("logs", start, to));
  return join(stretches);
}

function join(stretches: readonly Buffer[]): Buffer {
  if (stretches.length <= 1) return stretches[0] ?? Buffer.alloc(0);
  const comma = Buffer.from(",");
  return Buffer.concat(stretches.flatMap((stretch, i) => (i === 0 ? [stretch] : [comma, stretch])));
}

interface OneLog extends Log {
  readonly json: string;
}

/** Logs of blocks that were looked at last: readers that want one kind of log at a time ask again for each kind. */
const cache = new WeakMap<Recording, Map<number, readonly OneLog[]>>();
const REMEMBERED = 200;

function logsOf(recording: Recording, number: number): readonly OneLog[] {
  const lately = cache.get(recording) ?? new Map<number, readonly OneLog[]>();
  cache.set(recording, lately);
  const known = lately.get(number);
  if (known) return known;
  const logs = (recording.parse("logs", number) as Log[]).map((log) => ({
    address: log.address.toLowerCase(),
    topics: log.topics,
    json: JSON.stringify(log),
  }));
  if (lately.size >= REMEMBERED) lately.delete(lately.keys().next().value!);
  lately.set(number, logs);
  return logs;
}

function sift(
  logs: readonly OneLog[],
  addresses: Set<string> | undefined,
  topics: (Set<string> | undefined)[],
): Buffer {
  const wanted = logs.filter(
    (log) =>
      (addresses?.has(log.address) ?? true) &&
      topics.every((some, i) => some?.has(log.topics[i] ?? "") ?? true),
  );
  return Buffer.from(wanted.map(({ json }) => json).join(","));
}
