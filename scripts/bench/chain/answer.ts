import { RpcError } from "../../chain/rpc-error.ts";
import { logsBloom } from "./bloom.ts";
import type { CallParameters, Receipt, RecordedCall } from "./capture.ts";
import { filteredLogs } from "./log-filter.ts";
import type { LogFilter } from "./log-filter.ts";
import type { Recording } from "./recording/reader.ts";

interface Block {
  readonly number: string;
  readonly transactions: readonly { readonly hash: string }[];
}

interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly transactionHash: string;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const nothing = json(null);
const whole = (receipt: Receipt, logs: Log[]): Receipt => ({ ...receipt, logs, logsBloom: logsBloom(logs) });

/** Answers what a node would, from a recording; the results are JSON, ready to be sent. */
export class Answers {
  readonly #recording: Recording;
  readonly #blocks: Map<string, number>;
  readonly #transactions = new Map<string, { block: number; index: number }>();
  /** Receipts of refused transactions, by hash: these are asked about one by one. */
  readonly #refused = new Map<string, Receipt>();
  #found = -1;
  /** The calls that were asked about last: those of one block come together. */
  #calls: { readonly number: number; readonly all: readonly RecordedCall[] } = { number: -1, all: [] };

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#blocks = new Map(recording.marks.map(({ hash }, number) => [hash, number]));
  }

  /** @throws RpcError when it is no question, or one that was not recorded */
  result(method: string, params: readonly unknown[]): Buffer {
    const { meta, head } = this.#recording;
    switch (method) {
      case "eth_chainId":
        return json(`0x${meta.deployment.chainId.toString(16)}`);
      case "net_version":
        return json(String(meta.deployment.chainId));
      case "web3_clientVersion":
        return json(meta.clientVersion);
      case "eth_blockNumber":
        return json(`0x${head.toString(16)}`);
      case "eth_getBlockByNumber":
        return this.#block(this.#number(params[0]), params[1] === true);
      case "eth_getBlockByHash":
        return this.#block(this.#blocks.get(String(params[0])), params[1] === true);
      case "eth_getBlockTransactionCountByNumber":
        return this.#transactionCount(this.#number(params[0]));
      case "eth_getBlockReceipts":
        return this.#blockReceipts(params[0]);
      case "eth_getTransactionReceipt":
        return this.#receipt(String(params[0]));
      case "eth_getTransactionByHash":
        return this.#transaction(String(params[0]));
      case "eth_getLogs":
        return this.#logs(
          params[0] as LogFilter & { fromBlock?: string; toBlock?: string; blockHash?: string },
        );
      case "eth_getCode":
        return this.#code(String(params[0]).toLowerCase(), this.#number(params[1]));
      case "eth_call":
        return this.#call(params[0] as CallParameters, this.#number(params[1]));
    }
    throw new RpcError(-32601, `the method ${method.slice(0, 60)} is not offered here`);
  }

  /** Undefined for a block that is not there (yet). */
  #number(tag: unknown): number | undefined {
    const { head } = this.#recording;
    if (tag === undefined || tag === "latest" || tag === "safe" || tag === "finalized") return head;
    if (tag === "earliest") return 0;
    if (typeof tag !== "string" || !/^0x[0-9a-f]+$/i.test(tag)) {
      throw new RpcError(-32602, "a block is named by its number or as latest, safe, finalized, earliest");
    }
    const number = Number(tag);
    return number > head ? undefined : number;
  }

  #block(number: number | undefined, full: boolean): Buffer {
    if (number === undefined) return nothing;
    const bytes = this.#recording.read("blocks", number, number);
    if (full) return bytes;
    const block = JSON.parse(bytes.toString("utf8")) as Block;
    return json({ ...block, transactions: block.transactions.map(({ hash }) => hash) });
  }

  #transactionCount(number: number | undefined): Buffer {
    if (number === undefined) return nothing;
    const { marks } = this.#recording;
    const before = number === 0 ? 0 : marks[number - 1]!.transactions;
    return json(`0x${(marks[number]!.transactions - before).toString(16)}`);
  }

  #logs(filter: LogFilter & { fromBlock?: string; toBlock?: string; blockHash?: string }): Buffer {
    const one = filter.blockHash === undefined ? undefined : this.#blocks.get(filter.blockHash);
    if (filter.blockHash !== undefined && one === undefined) throw new RpcError(-32000, "unknown block");
    const { head } = this.#recording;
    const from = one ?? this.#number(filter.fromBlock) ?? head + 1;
    const to = one ?? this.#number(filter.toBlock) ?? head;
    const logs = from > to ? Buffer.alloc(0) : filteredLogs(this.#recording, filter, from, to);
    return Buffer.concat([Buffer.from("["), logs, Buffer.from("]")]);
  }

  /** The receipts of a block, or the one at `index` alone. */
  #receiptsOf(block: number, index?: number): Receipt[] {
    const receipts = this.#recording.parse("receipts", block) as Receipt[];
    const wanted = index === undefined ? receipts : [receipts[index]!];
    const logs = this.#recording.parse("logs", block) as Log[];
    return wanted.map((receipt) =>
      whole(
        receipt,
        logs.filter(({ transactionHash }) => transactionHash === receipt.transactionHash),
      ),
    );
  }

  #blockReceipts(tag: unknown): Buffer {
    const named = typeof tag === "string" && tag.length === 66;
    const number = named ? this.#blocks.get(tag) : this.#number(tag);
    return number === undefined ? nothing : json(this.#receiptsOf(number));
  }

  #receipt(hash: string): Buffer {
    const place = this.#place(hash);
    if (!place) return nothing;
    const refused = this.#refused.get(hash);
    return json(refused ? whole(refused, []) : this.#receiptsOf(place.block, place.index)[0]);
  }

  #transaction(hash: string): Buffer {
    const place = this.#place(hash);
    if (!place) return nothing;
    const [block] = this.#recording.parse("blocks", place.block) as [Block];
    return json(block.transactions[place.index]);
  }

  /** Finds where every transaction stands; otherwise the first question about one does. */
  find(): void {
    while (this.#found < this.#recording.head) {
      const block = ++this.#found;
      const receipts = this.#recording.parse("receipts", block) as Receipt[];
      receipts.forEach((receipt, index) => {
        this.#transactions.set(receipt.transactionHash, { block, index });
        if (receipt.status === "0x0") this.#refused.set(receipt.transactionHash, receipt);
      });
    }
  }

  #place(hash: string): { block: number; index: number } | undefined {
    this.find();
    return this.#transactions.get(hash);
  }

  #code(address: string, number: number | undefined): Buffer {
    const { deployment, codes } = this.#recording.meta;
    const contracts = Object.values(deployment.contracts);
    const created = contracts.find((contract) => contract.address.toLowerCase() === address)?.block;
    if (created === undefined || number === undefined)
      throw new RpcError(-32000, "this code was not recorded");
    return json(number < created ? "0x" : codes[address]);
  }

  #call({ from, to, data, value }: CallParameters, number: number | undefined): Buffer {
    if (number === undefined) throw new RpcError(-32000, "unknown block");
    if (this.#calls.number !== number) {
      const last = Math.min(number + 1, this.#recording.head);
      this.#calls = { number, all: this.#recording.parse("calls", number, last) as RecordedCall[] };
    }
    const found = this.#calls.all.find(
      ({ at, call }) =>
        at === number &&
        call.to?.toLowerCase() === to?.toLowerCase() &&
        call.data === data &&
        call.from === from &&
        call.value === value,
    );
    if (!found) throw new RpcError(-32000, "this call was not recorded");
    if (found.error) throw new RpcError(found.error.code, found.error.message, found.error.data);
    return json(found.result);
  }
}
