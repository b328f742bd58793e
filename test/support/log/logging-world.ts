/** A service with its intake and its anchoring, over a PostgreSQL of the test's own, which the test may treat badly. */
import { expect } from "chai";
import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readEntries } from "../../../api/intake/read/entries.ts";
import { readLogs } from "../../../api/intake/read/logs.ts";
import { startPostgres, type PostgresServer } from "../../../scripts/platform/postgres.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { toHex } from "../../../sdk/hex.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import { startAnchoring, type AnchoringProcess } from "./anchoring-process.ts";
import { newSubmitter, noteSchema, serviceId, startIntakeWorld } from "./intake-world.ts";
import type { IntakeWorld, Submitter } from "./intake-world.ts";
import { cidOf } from "./notes.ts";
import { record, submit } from "./submitting.ts";
import type { Answered, Sending } from "./submitting.ts";

const SERVICE = "th.go.example.desk";
const CID = cidOf(noteSchema);

export class LoggingWorld {
  readonly world: IntakeWorld;
  readonly #directory: string;
  readonly #desk: Submitter;
  /** of everything that was acknowledged, by index */
  readonly #acknowledged = new Map<number, string>();
  #server: PostgresServer;
  #next = 1;

  private constructor(directory: string, server: PostgresServer, world: IntakeWorld, desk: Submitter) {
    this.#directory = directory;
    this.#server = server;
    this.world = world;
    this.#desk = desk;
  }

  /** @param directory where PostgreSQL keeps everything @param env of the API's process */
  static async start(directory: string, env: NodeJS.ProcessEnv = {}): Promise<LoggingWorld> {
    const server = await startPostgres({ directory: join(directory, "postgres"), database: "mirror" });
    const desk = await newSubmitter("desk");
    const world = await startIntakeWorld(
      async (keeper) => {
        await keeper.register(SERVICE);
        await keeper.addKey(SERVICE, desk);
      },
      env,
      { url: server.url, drop: async () => undefined },
    );
    return new LoggingWorld(directory, server, world, desk);
  }

  anchoring(change: Readonly<Record<string, string>> = {}): AnchoringProcess {
    return startAnchoring(this.world.processes, change);
  }

  /** The next request: kept and sent again until it is acknowledged. @param bytes of text in each record */
  next({
    records = 1,
    bytes = 10,
    created,
  }: { records?: number; bytes?: number; created?: number } = {}): Sending {
    const more = () => ({
      data: {
        text: randomBytes(bytes / 2)
          .toString("hex")
          .replaceAll(/\d/g, "x"),
      },
    });
    const first = this.#next;
    this.#next += records;
    return {
      url: this.world.api.url,
      service: SERVICE,
      submitter: this.#desk,
      records: Array.from({ length: records }, (_, at) => record(SERVICE, "desk", first + at, CID, more())),
      idempotencyKey: randomUUID(),
      ...(created !== undefined && { created }),
    };
  }

  /** Sends it once. @returns `201`, or status and code */
  async send(one: Sending): Promise<string> {
    const answered = await submit(one).catch((error: unknown) => error as Error);
    if (answered instanceof Error) return "no answer";
    this.#keep(answered);
    return `${answered.status} ${answered.code ?? ""}`.trim();
  }

  #keep({ status, answer }: Answered): void {
    if (status !== 201) return;
    answer.leaves.forEach((leaf, at) => this.#acknowledged.set(answer.firstIndex + at, leaf));
  }

  /** Sends it until it is acknowledged. @returns what was said before */
  async untilTaken(one: Sending): Promise<Set<string>> {
    const said = new Set<string>();
    for (const end = Date.now() + 90_000; Date.now() < end; await sleep(100)) {
      const outcome = await this.send(one);
      if (outcome === "201") return said;
      said.add(outcome);
    }
    throw new Error(`it was never taken: ${[...said].join(", ")}`);
  }

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  /** Everything that was acknowledged is in the log where it was promised, nothing else is, and the root is theirs. */
  async expectLogged(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#server.url });
    await client.connect();
    try {
      const { deploymentId } = this.world.ledger.deployment;
      const log = (await readLogs(client, deploymentId)).find(({ name }) => name === SERVICE)!;
      expect(log.size)
        .to.equal(this.#acknowledged.size)
        .and.equal(this.#next - 1);
      const leaves: Uint8Array[] = [];
      for await (const { index, bytes } of readEntries(client, log.log, 0, log.size)) {
        leaves.push(leafHash(bytes));
        expect(toHex(leaves.at(-1)!)).to.equal(this.#acknowledged.get(index));
      }
      expect(toHex(log.root)).to.equal(toHex(merkleRoot(leaves)));
    } finally {
      await client.end();
    }
  }

  /** The chain has the log that is stored, grown step by step. */
  async expectAnchored(): Promise<void> {
    const { deployment, provider } = this.world.ledger;
    const contract = ledgerContract("ActionLog", deployment, provider);
    for (const end = Date.now() + 90_000; ; await sleep(50)) {
      const { size } = await contract.head(serviceId(SERVICE));
      if (Number(size) === this.#acknowledged.size) break;
      if (Date.now() > end) throw new Error(`anchored to ${size}, not to ${this.#acknowledged.size}`);
    }
    const leaves = [...this.#acknowledged]
      .sort(([a], [b]) => a - b)
      .map(([, leaf]) => Buffer.from(leaf.slice(2), "hex"));
    const { root } = await contract.head(serviceId(SERVICE));
    expect(root).to.equal(toHex(merkleRoot(leaves)));
  }

  get server(): PostgresServer {
    return this.#server;
  }

  /** The same server at the same port, after it ended however it did. */
  async startServer(): Promise<void> {
    const { port } = this.#server;
    this.#server = await startPostgres({
      directory: join(this.#directory, "postgres"),
      database: "mirror",
      port,
    });
  }

  async stop(): Promise<void> {
    await this.world.stop();
    await this.#server.stop();
  }
}
