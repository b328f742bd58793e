import {
  applyEvent,
  citedDocuments,
  checkRules,
  decodeEvent,
  emptyState,
} from "../../../sdk/replay/index.ts";
import type { Breach, CitedDocument, LedgerState, RegisterEvent } from "../../../sdk/replay/index.ts";
import { registerNames } from "../../../sdk/registers.ts";
import { readLogs } from "../../../sdk/verify/read-logs.ts";
import type { RpcLog } from "../../../sdk/verify/read-logs.ts";
import type { BlockFacts, Headers } from "../chain/headers.ts";
import type { ListedContracts } from "../contracts/discover.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";
import { FoldedJournal } from "./journals.ts";

/** A document and the first event that cites it. */
export interface Citation extends CitedDocument {
  readonly event: string;
  readonly block: number;
  readonly txHash: string;
}

/** What the events say: the state that they make, and the documents that they name. */
export interface ReplayedLedger {
  readonly state: LedgerState;
  /** by CID and digest */
  readonly documents: ReadonlyMap<string, Citation>;
  /** what happened to services and their logs, heartbeats left out */
  readonly logEvents: readonly RegisterEvent[];
}

/** Reads every event of every register in the order of the chain, folds the journals and rebuilds the state. */
export class LedgerReplay {
  readonly state = emptyState();
  readonly documents = new Map<string, Citation>();
  readonly logEvents: RegisterEvent[] = [];
  readonly #node: AuditNode;
  readonly #headers: Headers;
  readonly #journals: ReadonlyMap<string, FoldedJournal>;
  readonly #journalPart: Part;
  readonly #rulePart: Part;
  #last = { block: -1, logIndex: -1 };

  constructor(
    { node, headers, listed }: { node: AuditNode; headers: Headers; listed: ListedContracts },
    { journals, rules }: { journals: Part; rules: Part },
  ) {
    this.#node = node;
    this.#headers = headers;
    this.#journalPart = journals;
    this.#rulePart = rules;
    const known = registerNames.flatMap((name) => {
      const address = listed.get(name)?.address;
      return address ? [[address.toLowerCase(), new FoldedJournal(name, address)] as const] : [];
    });
    this.#journals = new Map(known);
  }

  async run(): Promise<ReplayedLedger> {
    const range = { address: [...this.#journals.keys()], fromBlock: 0, toBlock: this.#node.block };
    for await (const { logs } of readLogs(this.#node.rpc, range)) {
      const facts = await this.#headers.of(logs.map(({ blockNumber }) => Number(blockNumber)));
      for (const log of logs) this.#take(log, facts);
    }
    for (const journal of this.#journals.values()) await journal.check(this.#node, this.#journalPart);
    const { checked, breaches } = checkRules(this.state);
    this.#rulePart.count("sums at the end", checked);
    for (const breach of breaches) this.#breach(breach);
    return { state: this.state, documents: this.documents, logEvents: this.logEvents };
  }

  #take(log: RpcLog, facts: ReadonlyMap<number, BlockFacts>): void {
    const journal = this.#journals.get(log.address.toLowerCase());
    const place = { block: Number(log.blockNumber), txHash: log.transactionHash };
    const logIndex = Number(log.logIndex);
    const entity = `log ${logIndex} of block ${place.block}`;
    const header = facts.get(place.block);
    const part = this.#journalPart;
    const { block: lastBlock, logIndex: lastIndex } = this.#last;
    if (place.block < lastBlock || (place.block === lastBlock && logIndex <= lastIndex))
      part.finds(
        "LOG_ORDER",
        entity,
        { found: "out of order", expected: `after ${lastBlock}:${lastIndex}` },
        place,
      );
    this.#last = { block: place.block, logIndex };
    if (header && header.hash !== log.blockHash.toLowerCase())
      part.finds("LOG_BLOCK", entity, { found: log.blockHash, expected: header.hash }, place);
    if (!journal) return;
    try {
      if (!journal.fold(log)) return;
      part.count("events");
      const event = decodeEvent(journal.register, log, { ...place, time: header?.time ?? 0n, logIndex });
      if (event) this.#apply(event);
    } catch (error) {
      const found = (error as Error).message;
      part.finds("LOG_UNREADABLE", entity, { found, expected: `an event of ${journal.register}` }, place);
    }
  }

  #apply(event: RegisterEvent): void {
    this.#rulePart.count("events");
    if (event.register === "ActionLog" && event.name !== "HeartbeatReceived") this.logEvents.push(event);
    for (const breach of applyEvent(this.state, event)) this.#breach(breach, event);
    for (const document of citedDocuments(event)) {
      const { block, txHash, name } = event;
      const key = `${document.cid} ${document.digest}`;
      if (!this.documents.has(key)) this.documents.set(key, { ...document, event: name, block, txHash });
    }
  }

  #breach({ rule, entity, found, expected }: Breach, event?: RegisterEvent): void {
    const place = event ? { block: event.block, txHash: event.txHash } : {};
    const about = event ? `${entity} after ${event.name}` : entity;
    this.#rulePart.finds(rule, about, { found, expected }, place);
  }
}
