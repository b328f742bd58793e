import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import { decodeArguments, decoderOf } from "../decode/decode-log.ts";
import type { Decoder } from "../decode/decode-log.ts";
import type { Fold } from "../decode/fold.ts";
import { RetryableError } from "../errors/index.ts";
import { handlerOf } from "../registers/index.ts";
import type { Handler, KeyValue } from "../registers/types.ts";
import type { Contracts, JournalState, Log, Range } from "../source/types.ts";
import { createProvenance } from "../store/copy-rows.ts";
import type { Table } from "../store/schema/table.ts";
import { block as blockTable, event as eventTable, evidence, transaction } from "../store/tables/chain.ts";
import { Batch } from "./batch.ts";
import { EventContext } from "./event-context.ts";
import { loadRows } from "./load-rows.ts";
import { keyText, Rows } from "./rows.ts";
import { SpareRows } from "./spare-rows.ts";

/** Events between two pauses, in which sockets get their turn. */
const SLICE = 250;

interface Decoded {
  readonly log: Log;
  readonly contract: string;
  readonly decoder: Decoder;
  readonly handler: Handler<object>;
  readonly args: Readonly<Record<string, unknown>>;
  readonly index: bigint;
  readonly root: Uint8Array;
}

interface DocumentArgument {
  readonly cid: string;
  readonly digest: string;
  readonly date: bigint;
}

interface Head {
  count: bigint;
  root: Uint8Array;
}

const hexOf = (bytes: Uint8Array) =>
  `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex")}`;

/** Turns ranges of the chain into rows of a batch. Holds the journals and the rows that the next events build upon. */
export class Builder {
  readonly #fold: Fold;
  readonly #names: ReadonlyMap<string, string>;
  readonly #contracts: Contracts;
  readonly #client: pg.ClientBase;
  readonly #rows = new Rows();
  readonly #context = new EventContext(this.#rows);
  readonly #provenance = createProvenance();
  readonly #spare = new SpareRows();
  #journals = new Map<string, Head>();
  #written = 0;

  /** @param client connection for reading rows that are not at hand */
  constructor(fold: Fold, contracts: Contracts, client: pg.ClientBase) {
    this.#fold = fold;
    this.#contracts = contracts;
    this.#client = client;
    this.#names = new Map([...contracts].map(([name, address]) => [address, name]));
  }

  /** Forgets everything and goes on from these journals. */
  reset(journals: ReadonlyMap<string, JournalState>): void {
    this.#rows.clear();
    this.#written = 0;
    this.#journals = new Map(
      [...this.#contracts.keys()].map((name) => {
        const { count, root } = journals.get(name) ?? { count: 0n, root: `0x${"00".repeat(32)}` };
        return [name, { count, root: Buffer.from(root.slice(2), "hex") }];
      }),
    );
  }

  /** A batch for the ranges that come next. */
  begin(): Batch {
    this.#rows.nextBatch(this.#written);
    return new Batch(this.#spare);
  }

  /** Call when a batch is committed. */
  written(batch: Batch): void {
    batch.written();
    this.#written++;
  }

  /**
   * Adds the rows of a range, whose journals are those of the contracts.
   *
   * @throws RetryableError INDEX_JOURNAL_DIFFERS; then nothing has changed and the range can be read again
   */
  async add(range: Range, batch: Batch): Promise<void> {
    const journals = new Map([...this.#journals].map(([name, head]) => [name, { ...head }]));
    const decoded = await this.#decode(range, journals);
    compareJournals(journals, range);
    this.#journals = journals;
    batch.beginRange();
    this.#chain(range, batch);
    const blocks = range.blocks.map(({ number, timestamp }) => ({
      number: BigInt(number),
      timestamp: BigInt(timestamp),
    }));
    for (let i = 0; i < decoded.length; i++) {
      if (i % SLICE === SLICE - 1) await setImmediate();
      if (!this.#isAtHand(decoded[i]!)) await this.#load(decoded.slice(i));
      this.#apply(decoded[i]!, blocks[decoded[i]!.log.block - range.from]!, batch);
    }
    const after = [...journals].map(
      ([name, { count, root }]) =>
        [name, { count, root: hexOf(root), address: this.#contracts.get(name)! }] as const,
    );
    batch.endRange(range.blocks.at(-1)!, decoded.length, new Map(after));
  }

  async #decode(range: Range, journals: Map<string, Head>): Promise<Decoded[]> {
    const decoded: Decoded[] = [];
    for (const [i, log] of range.logs.entries()) {
      if (i % SLICE === SLICE - 1) await setImmediate();
      const contract = this.#names.get(log.address) ?? this.#names.get(log.address.toLowerCase());
      if (!contract) {
        const reason = `the log ${log.index} is of a contract that was not asked for`;
        throw new RetryableError("INDEX_ANSWER_INCONSISTENT", { from: range.from, to: range.to, reason });
      }
      const decoder = decoderOf(contract, log);
      if (!decoder) continue;
      const args = decodeArguments(decoder, log) as Readonly<Record<string, unknown>>;
      const journal = journals.get(contract)!;
      journal.root = this.#fold(journal.root, decoder, log.bytes);
      journal.count++;
      const handler = handlerOf(contract, decoder.name);
      const { count: index, root } = journal;
      decoded.push({ log, contract, decoder, handler, args, index, root });
    }
    return decoded;
  }

  /** Whether the rows that an event builds upon are; mostly, an event shortly before made or changed them. */
  #isAtHand({ handler, args }: Decoded): boolean {
    const reads = handler.reads?.(args);
    return !reads || reads.every(({ table, key }) => this.#rows.get(table, keyText(key)) !== undefined);
  }

  /** Reads, in one query for each table, the rows that an event and those after it build upon and that are not at hand. */
  async #load(decoded: readonly Decoded[]): Promise<void> {
    const missing = new Map<Table, Map<string, readonly KeyValue[]>>();
    for (const { handler, args } of decoded) {
      for (const { table, key } of handler.reads?.(args) ?? []) {
        const text = keyText(key);
        if (this.#rows.get(table, text)) continue;
        if (!missing.has(table)) missing.set(table, new Map());
        missing.get(table)!.set(text, key);
      }
    }
    for (const [table, keys] of missing) {
      for (const [key, row] of await loadRows(this.#client, table, [...keys.values()])) {
        this.#rows.set(table, key, row);
      }
    }
  }

  #chain(range: Range, batch: Batch): void {
    for (const block of range.blocks) {
      const number = BigInt(block.number);
      const timestamp = BigInt(block.timestamp);
      batch.append(blockTable, {
        number,
        hash: block.hash,
        parent_hash: block.parentHash,
        timestamp,
        transactions: block.transactions.length,
      });
      for (const tx of block.transactions) {
        const outcome = range.outcomes.get(tx.hash);
        const { input } = tx;
        batch.append(transaction, {
          block: number,
          tx_index: tx.index,
          tx_hash: tx.hash,
          timestamp,
          sender: tx.from.toLowerCase(),
          target: tx.to?.toLowerCase() ?? null,
          nonce: tx.nonce,
          status: outcome?.status ?? 1,
          selector: tx.to && input.length >= 4 ? input.subarray(0, 4) : null,
          input,
          refusal: outcome?.refusal ?? null,
        });
      }
    }
  }

  #apply(
    { log, contract, decoder, handler, args, index, root }: Decoded,
    block: { readonly number: bigint; readonly timestamp: bigint },
    batch: Batch,
  ): void {
    const place = {
      block: block.number,
      timestamp: block.timestamp,
      txHash: log.transaction,
      logIndex: log.index,
    };
    const context = this.#context.at(place);
    const { puts, project = null, agency = null } = handler.apply(args, context);
    const provenance = this.#provenance(place);
    for (const put of puts) {
      const { table, row } = put;
      if (table.kind === "appended") {
        batch.putFact(put, provenance);
        continue;
      }
      const key = table.key.map((name) => row[name] as KeyValue);
      const text = keyText(key);
      batch.put(put, key, text, provenance);
      if (table.kind === "versioned") this.#rows.set(table, text, row);
    }
    for (const field of decoder.documents) {
      const { cid, digest, date } = args[field] as DocumentArgument;
      if (cid === "0x") continue;
      const row = { field, event: decoder.name, cid, sha256: digest, date, project, agency };
      batch.putFact({ table: evidence, row }, provenance);
    }
    batch.append(eventTable, {
      block: place.block,
      log_index: place.logIndex,
      tx_hash: place.txHash,
      tx_index: log.transactionIndex,
      timestamp: place.timestamp,
      contract,
      name: decoder.name,
      topics: log.bytes.subarray(0, decoder.topics * 32),
      data: log.bytes.subarray(decoder.topics * 32),
      journal_index: index,
      journal_root: root,
      project,
      agency,
    });
  }
}

function compareJournals(journals: ReadonlyMap<string, Head>, { to, journals: onChain }: Range): void {
  for (const [contract, { count, root }] of journals) {
    const chain = onChain.get(contract)!;
    const read = hexOf(root);
    if (count === chain.count && read === chain.root) continue;
    throw new RetryableError("INDEX_JOURNAL_DIFFERS", {
      contract,
      block: to,
      count,
      chainCount: chain.count,
      root: read,
      chainRoot: chain.root,
    });
  }
}
