/** Plays calls on model and chain side by side and reports the first difference. */
import type { Interface, LogDescription } from "ethers";
import {
  brokenRules,
  differences,
  print,
  type Counters,
  type Plain,
  type Snapshot,
} from "../../../support/budget/snapshot.ts";
import { Storage } from "../../../support/budget/storage.ts";
import { document } from "../../../support/document.ts";
import { connection, type Ledger } from "../../../support/ledger.ts";
import { judge, type Call } from "../model.ts";
import type { World } from "./world.ts";

const usual = document();
const GAS = "0x1312d00";
const request = (method: string, params: unknown[] = []) => connection.provider.request({ method, params });

/** Model and chain disagree; `message` says where. */
export class Disagreement extends Error {}

export interface Played {
  call: Call;
  /** the error it was refused with, undefined when accepted */
  refused: string | undefined;
}

export class Trace {
  readonly played: Played[] = [];
  readonly storage: Storage;
  readonly #ledger: Ledger;
  #world: World;
  #snapshot: Snapshot;
  /** the snapshot's entities as text */
  #printed: Map<string, string>;

  constructor(ledger: Ledger, world: World, played: Played[] = []) {
    this.#ledger = ledger;
    this.storage = new Storage(ledger);
    this.#world = world;
    this.#snapshot = world.snapshot();
    this.#printed = printed(this.#snapshot);
    this.played.push(...played);
  }

  get world(): World {
    return this.#world;
  }

  /** @throws Disagreement */
  async play(call: Call): Promise<void> {
    const { refusals, world } = judge(this.#world, call);
    const played: Played = { call, refused: undefined };
    this.played.push(played);
    played.refused = await this.#send(call);
    if (played.refused === undefined && refusals.size > 0) {
      throw new Disagreement(`the chain accepts what the model refuses for ${[...refusals].join(", ")}`);
    }
    if (played.refused !== undefined && !refusals.has(played.refused)) {
      const reasons = refusals.size > 0 ? `only for ${[...refusals].join(", ")}` : "not at all";
      throw new Disagreement(`the chain refuses with ${played.refused}, the model ${reasons}`);
    }
    this.#world = world;
    if (played.refused === undefined) await this.#compareChanged();
  }

  /** Compares everything the contracts keep with the model. @throws Disagreement */
  async compareAll(): Promise<void> {
    const references = [...this.#world.projects.values()].flatMap(({ references: own }) => own);
    const known = [...new Set(references)].map((it) => it.split(" ") as [string, string]);
    const chain = await this.storage.snapshot(this.#snapshot.keys(), { references: known });
    const found = differences(this.#snapshot, chain);
    if (found.length > 0)
      throw new Disagreement(`model (left) and storage (right) differ:\n${found.join("\n")}`);
  }

  /** Events of the last block that was mined. */
  async lastEvents(): Promise<LogDescription[]> {
    const logs = (await request("eth_getLogs", [{ fromBlock: "latest" }])) as never[];
    const abis = [
      this.#ledger.projects,
      this.#ledger.lines,
      this.#ledger.commitments,
      this.#ledger.disbursements,
    ];
    return logs.flatMap((log) =>
      abis.flatMap(({ interface: abi }) => (abi as unknown as Interface).parseLog(log) ?? []),
    );
  }

  async #send({ as, contract, method, args, time }: Call): Promise<string | undefined> {
    const target = this.#ledger[contract];
    const abi = target.interface as unknown as Interface;
    const transaction = {
      from: this.#ledger.officers[as].address,
      to: await target.getAddress(),
      data: abi.encodeFunctionData(method, args),
      gas: GAS,
    };
    await request("evm_setNextBlockTimestamp", [`0x${time.toString(16)}`]);
    try {
      await request("eth_sendTransaction", [transaction]);
      return undefined;
    } catch (error) {
      const { data } = error as { data?: string | { data: string } };
      return this.#nameOf((typeof data === "object" ? data.data : data) ?? "0x", error);
    }
  }

  #nameOf(data: string, error: unknown): string {
    const { registry, projects, lines, commitments, disbursements } = this.#ledger;
    for (const { interface: abi } of [registry, projects, lines, commitments, disbursements]) {
      const found = (abi as unknown as Interface).parseError(data);
      if (found) return found.name;
    }
    return `${data} ${String(error)}`;
  }

  /** Storage against the model for whatever the model changed, and the counters in the events against both. */
  async #compareChanged(): Promise<void> {
    const before = this.#printed;
    this.#snapshot = this.#world.snapshot();
    this.#printed = printed(this.#snapshot);
    for (const [key, fields] of this.#snapshot) {
      const expected = this.#printed.get(key)!;
      if (before.get(key) === expected) continue;
      if (key.startsWith("project ")) continue; // compared at the end: its sets need many reads
      const actual = print(await this.storage.entity(key));
      if (actual !== expected) throw new Disagreement(`${key}\n  model   ${expected}\n  storage ${actual}`);
      if (key.startsWith("line ")) {
        const broken = brokenRules(fields.counters as unknown as Counters, fields.closed as boolean);
        if (broken.length > 0) throw new Disagreement(`${key} breaks ${broken.join(", ")}`);
      }
      if (key.startsWith("year ")) this.#requireSums(key, fields);
    }
    await this.#compareEvents();
  }

  #requireSums(key: string, fields: { [key: string]: Plain }): void {
    const sum = (list: Plain | undefined) => (list as bigint[]).reduce((total, amount) => total + amount, 0n);
    const { approved, ceiling, byType, byAgency } = fields as Record<string, bigint>;
    if (sum(byType) !== approved || sum(byAgency) !== approved || approved > ceiling!) {
      throw new Disagreement(
        `${key}: Σ by type = Σ by agency = approved ≤ ceiling is broken: ${print(fields)}`,
      );
    }
  }

  /** The last counters that the block's events state for a line are the line's counters. */
  async #compareEvents(): Promise<void> {
    const last = new Map<bigint, Plain>();
    for (const { args } of await this.lastEvents()) {
      const named = args.toObject() as Record<string, never>;
      if (named.counters) last.set(named.lineId!, (named.counters as { toObject(): Plain }).toObject());
      if (named.fromCounters)
        last.set(named.fromLine!, (named.fromCounters as { toObject(): Plain }).toObject());
      if (named.toCounters) last.set(named.toLine!, (named.toCounters as { toObject(): Plain }).toObject());
    }
    for (const [line, counters] of last) {
      const expected = print(this.#world.counters(line));
      if (print(counters) !== expected) {
        throw new Disagreement(`line ${line}\n  model ${expected}\n  event ${print(counters)}`);
      }
    }
  }
}

const printed = (snapshot: Snapshot) => new Map([...snapshot].map(([key, fields]) => [key, print(fields)]));

/** One line for each call, so that a failing trace can be read and played again. */
export function printTrace(played: Played[]): string {
  const text = (value: unknown): string => {
    if (typeof value === "bigint") return `${value}n`;
    if (Array.isArray(value)) return `[${value.map(text).join(", ")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    if ("digest" in value && value.digest === usual.digest) return "document";
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}: ${text(each)}`)
      .join(", ")}}`;
  };
  return played
    .map(({ call: { as, contract, method, args, time }, refused }, index) => {
      const outcome = refused ? `refused: ${refused}` : "accepted";
      return `${index + 1}. ${time} ${as} ${contract}.${method}(${args.map(text).join(", ")}) ${outcome}`;
    })
    .join("\n");
}
